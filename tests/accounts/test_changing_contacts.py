import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.accounts.merging import Conflict
from proxeny.accounts.models import Contact
from proxeny.cases.opening import Opening, open_case
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast


@pytest.fixture
def li(vendor: Cast) -> Contact:
    """李总 of 鲁班建材."""
    return contacting.add(vendor.luban, {"name": "李总", "part": "boss"}, by=vendor.actor("zhou"))


def kinds(contact: Contact) -> list[str]:
    return [line.kind for line in reading.about(contacting.record_of(contact))]


def test_a_person_is_added_changed_and_taken_back(li: Contact, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    change = contacting.change(li, {"title": "总经理", "email": "li@luban.example"}, by=zhou)
    li.refresh_from_db()
    assert (li.title, li.email) == ("总经理", "li@luban.example")
    assert change.sequence
    contacting.take_back(li, change.sequence, by=zhou)
    li.refresh_from_db()
    assert (li.title, li.email) == ("", "")
    assert kinds(li) == ["contact.changed", "contact.changed", "contact.added"]


def test_that_somebody_left_can_be_taken_back(li: Contact, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    change = contacting.change(li, {"left_on": "2026-10-18"}, by=zhou)
    assert change.sequence
    contacting.take_back(li, change.sequence, by=zhou)
    li.refresh_from_db()
    assert li.left_on is None


def test_one_added_by_mistake_is_gone_and_stays_on_record(li: Contact, vendor: Cast) -> None:
    number = li.pk
    assert contacting.withdraw(li, by=vendor.actor("zhou"))
    assert not Contact.objects.filter(pk=number).exists()
    assert kinds(Contact(pk=number)) == ["contact.withdrawn", "contact.added"]


def test_one_changed_since_is_not_removed(li: Contact, vendor: Cast) -> None:
    contacting.change(li, {"title": "总经理"}, by=vendor.actor("he"))
    assert not contacting.withdraw(li, by=vendor.actor("zhou"))
    assert Contact.objects.filter(pk=li.pk).exists()


def test_two_who_change_the_same_are_asked(li: Contact, vendor: Cast) -> None:
    contacting.change(li, {"phone": "1"}, by=vendor.actor("he"), seen={"phone": ""})
    with pytest.raises(Conflict) as met:
        contacting.change(li, {"phone": "2"}, by=vendor.actor("zhou"), seen={"phone": ""})
    assert met.value.clashes[0].by == vendor["he"].reference


def test_a_person_needs_a_name_and_a_mail_that_is_one(vendor: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        contacting.add(vendor.luban, {"email": "nowhere"}, by=vendor.actor("zhou"))
    assert set(refused.value.message_dict) == {"name", "email"}
    assert not Contact.objects.exists()


@pytest.mark.parametrize("username", ["lin", "pan", "tang", "shen", "nobody"])
def test_to_an_outsider_there_is_nobody(li: Contact, vendor: Cast, username: str) -> None:
    outsider = vendor.actor(username)
    for attempt in (
        lambda: contacting.add(vendor.luban, {"name": "王"}, by=outsider),
        lambda: contacting.change(li, {"name": "王"}, by=outsider),
        lambda: contacting.withdraw(li, by=outsider),
        lambda: contacting.contact_for(outsider, li.pk, write=True),
    ):
        with pytest.raises(NotFound):
            attempt()
    li.refresh_from_db()
    assert (li.name, Contact.objects.count()) == ("李总", 1)


def test_a_person_whom_a_case_names_is_not_taken_back(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    li = contacting.add(vendor.luban, {"name": "李工"}, by=zhou)
    open_case(vendor.luban, Opening(title="导出超时", reporter=li), by=zhou)
    assert not contacting.withdraw(li, by=zhou)
    assert Contact.objects.filter(pk=li.pk).exists()
