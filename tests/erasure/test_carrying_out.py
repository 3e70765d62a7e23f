import json
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.db.models import Model

from proxeny.accounts.models import Account, Contact
from proxeny.cases.models import Attachment, Case, Message
from proxeny.core import clock
from proxeny.core.erasing import mark
from proxeny.core.models import Job
from proxeny.desk.models import Draft, Visit
from proxeny.erasure import asking, carrying_out, deciding, looking
from proxeny.erasure.models import ErasedFile, Ground, Order, Standing
from proxeny.ledger import erasing as ledger_erasing
from proxeny.ledger import verifying
from proxeny.ledger.models import Entry, Erased, Payload
from proxeny.ledger.reconciling.walking import reconcile
from proxeny.promises.models import MovedDate, Promise
from proxeny.search.models import Document
from tests.cast import Cast
from tests.erasure.told import NAME, OTHERS, RARE, Told, confirmed, erased, order, told

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def one(vendor: Cast) -> Told:
    return told(vendor)


def everything() -> str:
    """All that stands in any row of any table, as text."""
    return "\n".join(_rows(model) for model in apps.get_models(include_auto_created=True))


def _rows(model: type[Model]) -> str:
    return json.dumps(list(model._default_manager.values()), ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, (bytes, memoryview)) else str(value)


def test_no_row_of_any_table_holds_the_person_any_more(one: Told) -> None:
    before = everything()
    assert all(rare in before for rare in RARE)
    erased(one)
    assert [rare for rare in RARE if rare in everything().replace("Qiguan.Huan", "qiguan.huan")] == []


def test_their_words_go_wholly_and_of_others_words_only_the_name(one: Told) -> None:
    erased(one)
    case = Case.objects.get(pk=one.case.pk)
    theirs = Message.objects.filter(contact=one.contact)
    assert {case.title, case.text, *theirs.values_list("text", flat=True)} == {mark()}
    written = set(Message.objects.filter(staff=one.vendor["zhou"]).values_list("text", flat=True))
    assert f"{mark()}您好，您说的“{mark()}”收到" in written
    assert f"鲁班的{mark()}介绍来的" in written
    assert Promise.objects.get().what == f"给{mark()}开导出权限"
    assert MovedDate.objects.get().word == mark()


def test_somebody_else_of_the_customer_stays_and_so_does_the_customer(one: Told) -> None:
    erased(one)
    assert Contact.objects.filter(name=OTHERS, account=one.vendor.luban).exists()
    assert Account.objects.get(pk=one.vendor.luban.pk).name == "鲁班建材"
    gone = Contact.objects.get(pk=one.contact.pk)
    assert (gone.name, gone.title, gone.email, gone.phone, gone.note) == (mark(), "", "", "", mark())


def test_the_file_is_gone_and_the_imported_one_too(one: Told) -> None:
    assert one.file.exists()
    made = erased(one)
    assert not one.file.exists()
    assert ErasedFile.objects.filter(order=made).count() == 2
    assert not ErasedFile.objects.filter(gone_at=None).exists()
    assert Attachment.objects.get().name == mark()


def test_the_search_finds_neither_the_name_nor_the_words(one: Told) -> None:
    assert Document.objects.filter(text__contains=NAME).exists()
    erased(one)
    assert not Document.objects.filter(text__contains=NAME).exists()
    assert Document.objects.filter(about=f"case:{one.case.pk}", title__contains=mark()).exists()


def test_texts_of_the_record_go_with_their_keys_and_every_line_still_verifies(one: Told) -> None:
    before = {entry.sequence: entry.hash for entry in Entry.objects.all()}
    made = erased(one)
    gone = Erased.objects.filter(order_id=made.entry)
    assert gone.count() > 5
    assert not Payload.objects.filter(pk__in=gone.values("pk")).exists()
    assert {one_.sequence: one_.hash for one_ in Entry.objects.filter(pk__in=before)} == before
    assert verifying.verify().breaks == []
    assert reconcile().breaks == []


def test_the_lines_of_the_order_itself_say_who_and_name_nobody(one: Told) -> None:
    made = erased(one)
    said = Payload.objects.get(pk=made.entry).content
    assert one.vendor["zhou"].reference in said
    assert one.vendor["he"].reference in said
    assert NAME not in said


def test_without_the_right_of_the_order_the_database_lets_no_text_go(one: Told) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Payload.objects.filter(entry__kind="contact.added").delete()


def test_the_preview_says_what_then_goes(one: Told) -> None:
    asked = order(one)
    previewed = {figure.kind: figure.open + figure.secret for figure in looking.look(asked).figures}
    made = deciding.confirm(asked, by=one.vendor.actor("he"))
    carrying_out.erase_rows(made.pk)
    gone = {
        figure["kind"]: figure["open"] + figure["secret"] for figure in Order.objects.get(pk=made.pk).figures
    }
    assert gone == previewed
    assert gone["messages"] == 6


def test_looking_changes_nothing(one: Told) -> None:
    asked = order(one)
    before = everything()
    looking.look(asked)
    assert everything() == before


def test_a_second_time_changes_nothing(one: Told) -> None:
    made = erased(one)
    before = everything()
    carrying_out.erase_rows(made.pk)
    assert carrying_out.erase_files(made.pk) == 0
    assert everything() == before
    again = asking.ask(
        one.vendor.luban, one.contact, ground=Ground.LAW, reason="又来信", by=one.vendor.actor("zhou")
    )
    assert [one_ for one_ in looking.look(again).figures if one_.kind == "messages"] == []


def test_a_crash_in_the_middle_leaves_every_row_and_is_made_up_for(
    one: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, whole = confirmed(one), everything()

    def fails(*_: object, **__: object) -> int:
        raise OSError("the power went")

    with monkeypatch.context() as broken:
        broken.setattr(ledger_erasing, "erase", fails)
        with pytest.raises(OSError):
            carrying_out.erase_rows(made.pk)
    assert everything() == whole
    with monkeypatch.context() as broken:
        broken.setattr(carrying_out, "_remove", fails)
        carrying_out.erase_rows(made.pk)
        with pytest.raises(OSError):
            carrying_out.erase_files(made.pk)
    assert Order.objects.get().standing is Standing.ERASED
    Job.objects.all().delete()
    assert carrying_out.go_on.call() == 1
    assert Job.objects.filter(dedupe=f"erasure:{made.pk}").exists()
    assert carrying_out.erase_files(made.pk) == 2


def test_what_nobody_confirmed_is_never_carried_out(one: Told) -> None:
    asked, before = order(one), everything()
    carrying_out.carry_out.call(asked.pk)
    carrying_out.erase_rows(asked.pk)
    assert carrying_out.go_on.call() == 0
    assert everything() == before


def test_drafts_about_them_and_that_one_was_there_are_gone(one: Told) -> None:
    assert Visit.objects.filter(about=f"contact:{one.contact.pk}").exists()
    erased(one)
    assert not Visit.objects.filter(about=f"contact:{one.contact.pk}").exists()
    assert NAME not in str(list(Draft.objects.values_list("content", flat=True)))


def test_with_a_whole_customer_go_its_name_its_people_and_all_that_was_said(one: Told) -> None:
    Case.objects.filter(account=one.vendor.luban).update(closed_at=clock.now())
    Promise.objects.update(withdrawn_at=clock.now())
    asked = asking.ask(one.vendor.luban, ground=Ground.CONTRACT, reason="合同终止", by=one.vendor.actor("he"))
    made = deciding.confirm(asked, by=one.vendor.actor("tang"))
    carrying_out.erase_rows(made.pk)
    left = everything()
    assert [rare for rare in (*RARE, "鲁班建材", "lubanjiancai", OTHERS) if rare in left] == []
    account = Account.objects.get(pk=one.vendor.luban.pk)
    assert (account.reference, account.name) == ("LB-01", mark())
    assert set(Message.objects.filter(case__account=account).values_list("text", flat=True)) == {mark()}
    assert Case.objects.get(account=one.vendor.star_river).text == "账单对不上，星河的人"
    assert verifying.verify().breaks == []
