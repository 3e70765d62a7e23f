from datetime import date

from proxeny.accounts.models import Contact
from proxeny.intake import undoing
from proxeny.ledger import reading
from tests.accounts.rows import errors, everything, imported
from tests.cast import Cast

HEADER = "客户编号,姓名,部分,职位,邮箱,电话,态度,影响力,发起人,离职日期,备注\n"


def test_a_row_is_a_person_with_part_stance_and_weight(vendor: Cast) -> None:
    text = (
        HEADER + "LB-01,杜若飞,业务,经理,Du@Luban.example,138 0000 0001,盟友,有分量,是,2026-10-21,推动上线\n"
    )
    _batch, document = imported("people", text)
    assert (document["made"], document["accounts"]) == (1, 1)
    one = Contact.objects.get()
    assert (one.account, one.name, one.part, one.stance) == (vendor.luban, "杜若飞", "user", "ally")
    assert (one.influence, one.is_sponsor, one.left_on) == (Contact.Influence.MUCH, True, date(2026, 10, 21))
    assert (one.email, one.phone) == ("Du@luban.example", "13800000001")


def test_people_of_a_customer_nobody_has_added_are_refused_by_its_number(vendor: Cast) -> None:
    _batch, document = imported("people", "account,name\nNO-1,Wang\nLB-01,Li\n")
    assert errors(document) == [(2, "account")]
    assert "NO-1" in document["errors"][0]["reason"]


def test_a_person_is_known_by_the_mail_and_without_one_by_the_name(vendor: Cast) -> None:
    imported("people", "account,name,mail\nLB-01,Wang,w@x.example\nLB-01,Li,\n")
    text = "account,name,mail,title\nLB-01,Wang Wei,W@x.example,CEO\nLB-01,Li,,CTO\nXH-02,Li,,COO\n"
    _batch, document = imported("people", text, mode="update")
    assert (document["made"], document["changed"]) == (1, 2)
    found = set(Contact.objects.values_list("account__reference", "name", "title"))
    assert found == {("LB-01", "Wang Wei", "CEO"), ("LB-01", "Li", "CTO"), ("XH-02", "Li", "COO")}


def test_whoever_stands_without_a_mail_gets_it_and_is_not_doubled(vendor: Cast) -> None:
    imported("people", "account,name\nLB-01,Li\n")
    _batch, document = imported("people", "account,name,mail\nLB-01,Li,li@x.example\n", mode="update")
    assert (document["made"], document["changed"]) == (0, 1)
    assert Contact.objects.get().email == "li@x.example"


def test_two_of_one_name_can_only_be_told_apart_by_their_mail(vendor: Cast) -> None:
    text = "account,name,mail\nLB-01,Li,a@x.example\nLB-01,Li,b@x.example\nLB-01,Li,\nLB-01,Li,A@x.example\n"
    _batch, document = imported("people", text)
    assert errors(document) == [(4, "name"), (5, None)]
    _batch, document = imported("people", "account,name,title\nLB-01,Li,CEO\n", mode="update")
    assert errors(document) == [(2, "name")]
    assert not Contact.objects.filter(title="CEO").exists()


def test_what_a_person_is_to_us_does_not_stand_in_the_ledger(vendor: Cast) -> None:
    imported("people", "account,name,stance,note\nLB-01,Li,opposed,very quietly\n")
    line = reading.about(vendor.luban.record)[0]
    assert line.kind == "contact.added"
    assert "quietly" not in str(line.content)
    assert "opposed" not in str(line.content)


def test_people_come_back_as_they_were(vendor: Cast) -> None:
    imported("people", "account,name,mail,influence,note\nLB-01,Li,l@x.example,much,first\n")
    before = everything()
    text = "account,name,mail,influence,note\nLB-01,Li,l@x.example,,\nLB-01,Hu,,little,new\n"
    batch, document = imported("people", text, mode="replace")
    assert (document["made"], document["changed"]) == (1, 1)
    assert Contact.objects.get(name="Li").influence is None
    undoing.undo(batch, by=vendor.actor("he"))
    assert everything() == before
