from datetime import date

import pytest

from proxeny.accounts.models import Account
from proxeny.core.references import Reference
from proxeny.intake import undoing
from proxeny.ledger import reading
from tests.accounts.rows import errors, everything, imported
from tests.cast import Cast


def account(reference: str) -> Account:
    return Account.objects.get(reference=reference)


def kinds_about(one: Account) -> list[str]:
    return [line.kind for line in reading.about(Reference("account", str(one.pk)))]


def test_a_chinese_header_and_a_chinese_row_are_understood(vendor: Cast) -> None:
    text = (
        "客户编号,客户名称,级别,行业,合作起始,信用额度,允许透支,话事人,销售,上级客户\n"
        "N-1,新客户,战略,软件,2021年4月1日,￥1.5万,是,zhou,潘磊,N-2\n"
        "N-2,集团,普通,,2021/4/1,,否,,,LB-01\n"
    )
    _batch, document = imported("accounts", text)
    assert document["rows"] == {"read": 2, "good": 2, "bad": 0, "aside": 0}
    assert (document["made"], document["accounts"]) == (2, 2)
    new = account("N-1")
    assert (new.level, new.customer_since, new.credit_limit_minor, new.currency) == (
        "strategic",
        date(2021, 4, 1),
        1_500_000,
        "CNY",
    )
    assert (new.spokesperson, new.sales, new.overdraft_allowed) == (vendor["zhou"], vendor["pan"], True)
    assert new.parent == account("N-2")
    assert account("N-2").parent == vendor.luban
    assert "xinkehu" in new.search_key


def test_what_stands_is_left_alone_unless_the_file_may_change_it(vendor: Cast) -> None:
    text = "reference,name,industry\nLB-01,Other,Steel\nN-1,New,\n"
    _batch, document = imported("accounts", text)
    assert (document["made"], document["changed"], document["skipped"]) == (1, 0, 1)
    assert account("LB-01").name == "鲁班建材"


def test_an_empty_cell_changes_nothing_when_updating_and_empties_when_replacing(vendor: Cast) -> None:
    Account.objects.update(industry="Building", region="Jinan")
    text = "reference,name,industry,level,spokesperson\nLB-01,Luban,,,\n"
    _batch, document = imported("accounts", text, mode="update")
    luban = account("LB-01")
    assert document["changed"] == 1
    assert (luban.name, luban.industry, luban.level, luban.spokesperson) == (
        "Luban",
        "Building",
        "key",
        vendor["zhou"],
    )
    imported("accounts", text, mode="replace")
    luban = account("LB-01")
    assert (luban.industry, luban.level, luban.spokesperson) == ("", "standard", None)
    assert (luban.region, luban.sales) == ("Jinan", vendor["pan"])


def test_a_row_that_says_what_stands_is_no_change(vendor: Cast) -> None:
    _batch, document = imported("accounts", "reference,name\nLB-01,鲁班建材\n", mode="update")
    assert (document["changed"], document["unchanged"]) == (0, 1)


@pytest.mark.parametrize("word", ["zhang", "张工", "谁也不是"])
def test_a_colleague_who_is_not_here_in_that_role_makes_the_row_bad(vendor: Cast, word: str) -> None:
    _batch, document = imported("accounts", f"reference,name,话事人\nN-1,New,{word}\nN-2,New,周雨\n")
    assert errors(document) == [(2, "话事人")]
    assert word in document["errors"][0]["reason"]
    assert account("N-2").spokesperson == vendor["zhou"]


def test_unknown_colleagues_can_be_left_open_and_are_named(vendor: Cast) -> None:
    text = "reference,name,spokesperson\nN-1,New,Nobody Known\nLB-01,鲁班建材,Nobody Known\n"
    _batch, document = imported("accounts", text, unknown_colleagues="empty", mode="replace")
    assert document["rows"]["bad"] == 0
    assert "Nobody Known" in document["notes"][0]
    assert (account("N-1").spokesperson, account("LB-01").spokesperson) == (None, vendor["zhou"])


def test_parents_may_stand_below_but_strangers_and_circles_are_refused(vendor: Cast) -> None:
    text = (
        "reference,name,parent\nA,a,B\nB,b,\nC,c,D\nD,d,E\nE,e,D\nF,f,nowhere\nG,g,F\nLB-01,鲁班建材,LB-01\n"
    )
    _batch, document = imported("accounts", text, mode="update")
    assert errors(document) == [(row, "parent") for row in (4, 5, 6, 7, 8, 9)]
    assert account("A").parent == account("B")
    assert not Account.objects.filter(reference__in="CDEFG").exists()


def test_the_same_number_twice_is_an_error_of_the_second_row(vendor: Cast) -> None:
    _batch, document = imported("accounts", "reference,name\nA,one\nA,two\n")
    assert errors(document) == [(3, None)]
    assert "Row 2" in document["errors"][0]["reason"]
    assert account("A").name == "one"


def test_a_limit_without_a_currency_is_in_the_customers_own(vendor: Cast) -> None:
    Account.objects.filter(pk=vendor.luban.pk).update(currency="JPY")
    text = "reference,name,credit_limit\nLB-01,鲁班建材,1500\nXH-02,星河物流,1500\nN-1,New,US$ 1500\n"
    imported("accounts", text, mode="update")
    found = {one.reference: (one.credit_limit_minor, one.currency) for one in Account.objects.all()}
    assert found["LB-01"] == (1500, "JPY")
    assert found["XH-02"] == (150_000, "CNY")
    assert found["N-1"] == (150_000, "USD")


def test_an_amount_finer_than_the_customers_currency_is_refused(vendor: Cast) -> None:
    Account.objects.filter(pk=vendor.luban.pk).update(currency="JPY")
    _batch, document = imported("accounts", "reference,name,credit_limit\nLB-01,x,15.50\n", mode="update")
    assert errors(document) == [(2, "credit_limit")]


def test_another_currency_needs_the_limit_in_it(vendor: Cast) -> None:
    Account.objects.filter(pk=vendor.luban.pk).update(credit_limit_minor=100)
    _batch, document = imported("accounts", "reference,name,currency\nLB-01,鲁班建材,USD\n", mode="update")
    assert errors(document) == [(2, "currency")]
    assert account("LB-01").currency == "CNY"


def test_another_spokesperson_stands_in_the_customers_own_ledger_and_so_does_the_way_back(
    vendor: Cast,
) -> None:
    batch, _document = imported(
        "accounts", "reference,name,spokesperson\nLB-01,鲁班建材,lin\n", mode="update"
    )
    line = reading.about(vendor.luban.record)[0]
    assert line.kind == "account.changed"
    assert line.content is not None
    assert line.content["changes"]["spokesperson"] == {
        "before": vendor["zhou"].reference,
        "after": vendor["lin"].reference,
    }
    undoing.undo(batch, by=vendor.actor("he"))
    assert kinds_about(vendor.luban)[0] == "account.assigned-back"


def test_of_many_customers_each_that_changed_hands_is_told_and_the_rest_is_summed_up(vendor: Cast) -> None:
    many = "".join(f"N-{n},Name {n},{'zhou' if n < 150 else 'lin'}\n" for n in range(250))
    imported("accounts", "reference,name,spokesperson\n" + many)
    before = reading.count()
    text = many.replace("zhou", "lin").replace("Name", "Other") + "LB-01,鲁班建材,zhou\n"
    _batch, document = imported("accounts", "reference,name,spokesperson\n" + text, mode="update")
    assert document["changed"] == 250
    assert "account.assigned-by-file" in kinds_about(account("N-0"))
    assert kinds_about(account("N-200")) == []
    assert reading.count() - before == 3  # the customers that moved, all that changed, the batch


def test_lines_of_the_ledger_never_tell_one_spokesperson_of_anothers_customers(vendor: Cast) -> None:
    rows = [f"N-{n},Name,{'zhou' if n % 2 else 'lin'}" for n in range(250)]
    imported("accounts", "reference,name,spokesperson\n" + "\n".join(rows))
    text = "reference,name,level\n" + "".join(f"N-{n},Name,key\n" for n in range(250))
    imported("accounts", text, mode="update")
    speaks = dict(Account.objects.values_list("pk", "spokesperson__username"))
    for username, number in (("zhou", 1), ("lin", 2)):
        (line,) = reading.about(account(f"N-{number}").record)
        about = [Reference.parse(subject) for subject in line.subjects]
        assert {speaks[int(one.key)] for one in about if one.kind == "account"} == {username}


def test_a_failed_row_leaves_the_others_and_everything_comes_back(vendor: Cast) -> None:
    before = everything()
    text = "reference,name,level,parent\nLB-01,Other,small,N-1\nN-1,New,key,\nN-2,,,\nN-3,New,wrong,\n"
    batch, document = imported("accounts", text, mode="replace")
    assert document["rows"] == {"read": 4, "good": 2, "bad": 2, "aside": 0}
    assert errors(document) == [(4, "name"), (5, "level")]
    undoing.undo(batch, by=vendor.actor("he"))
    assert everything() == before
