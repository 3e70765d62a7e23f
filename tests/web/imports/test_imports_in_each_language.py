import html

import pytest
from django.test import Client
from django.utils import translation

from proxeny.accounts.importing.account_rows import NOBODY, WITHOUT_ROLE
from proxeny.analytics.usage.reading.reasons import TEMPLATES
from proxeny.core.queue import worker
from proxeny.core.sentences import spoken
from proxeny.identity.roles import Role
from proxeny.intake import running, saying, settling
from proxeny.intake.models import Batch
from proxeny.intake.rows.importer import ALL_OR_NOTHING
from proxeny.notices.models import Notice
from tests.cast import Cast, SignIn
from tests.web.imports.bringing import bring, imported, text_of

pytestmark = pytest.mark.django_db
CUSTOMERS = "reference,name,level,spokesperson\nN-1,New,key,谁也不是\nN-2,Newer,key,张工\nN-3,Newest,key,\n"
FIGURES = (
    "account,meter,day,quantity,amount,currency\nLB-01,disk,someday,1,2.00,\nLB-01,disk,2026-11-02,1,2.00,\n"
)
CHINESE, ENGLISH = "zh-hans", "en"
LANGUAGES = (CHINESE, ENGLISH)


@pytest.fixture
def readers(vendor: Cast, sign_in: SignIn) -> dict[str, Client]:
    """The pages of two who may import: 何苗 reads Chinese, 唐总 English."""
    people = {CHINESE: "he", ENGLISH: "tang"}
    for language, username in people.items():
        vendor[username].language = language
        vendor[username].save(update_fields=["language"])
    return {language: sign_in(username) for language, username in people.items()}


def said(msgid: str, language: str) -> str:
    """Return the sentence in the language; the two are never the same, or the tests would tell nothing."""
    with translation.override(language):
        text = translation.gettext(msgid)
    assert (text == msgid) == (language == ENGLISH)
    return text


def is_read_by_each(readers: dict[str, Client], batch: Batch, told: dict[str, str]) -> None:
    """See that each reader finds on the page what is told in their language, and nothing told in the other."""
    for language, client in readers.items():
        page = html.unescape(text_of(client, batch))
        assert {other: told[other] in page for other in LANGUAGES} == {
            other: other == language for other in LANGUAGES
        }


@pytest.mark.parametrize("importing", LANGUAGES)
def test_why_a_row_was_refused_is_read_in_the_readers_language(
    readers: dict[str, Client], importing: str
) -> None:
    batch = imported(readers[importing], content=CUSTOMERS, kind=Batch.Kind.ACCOUNTS)
    assert batch.report["rows"]["bad"] == 2
    is_read_by_each(readers, batch, {one: said(NOBODY, one) % {"value": "谁也不是"} for one in LANGUAGES})
    roles = {CHINESE: said(str(Role.SPOKESPERSON.label), CHINESE), ENGLISH: "Spokesperson"}
    told = {one: said(WITHOUT_ROLE, one) % {"value": "张工", "role": roles[one]} for one in LANGUAGES}
    is_read_by_each(readers, batch, told)


@pytest.mark.parametrize("importing", LANGUAGES)
def test_what_was_wrong_with_consumption_and_its_notes_are_read_so_too(
    readers: dict[str, Client], importing: str
) -> None:
    batch = imported(readers[importing], content=FIGURES, kind=Batch.Kind.USAGE)
    wrong, note = TEMPLATES["day_unreadable"], TEMPLATES["currency_unknown"]
    is_read_by_each(readers, batch, {one: said(wrong, one).format(value="someday") for one in LANGUAGES})
    is_read_by_each(readers, batch, {one: said(note, one) for one in LANGUAGES})


@pytest.mark.parametrize("importing", LANGUAGES)
def test_why_nothing_was_imported_is_read_so_too_also_in_the_notice(
    vendor: Cast, readers: dict[str, Client], importing: str
) -> None:
    batch = bring(readers[importing], content=CUSTOMERS, kind=Batch.Kind.ACCOUNTS)
    batch = settling.settle(batch, kind=batch.kind, options={"whole": "on"})
    running.start(batch, by=vendor.actor("he" if importing == CHINESE else "tang"))
    worker.drain()
    told = {one: said(ALL_OR_NOTHING, one) % {"bad": 2, "read": 3} for one in LANGUAGES}
    batch.refresh_from_db()
    is_read_by_each(readers, batch, told)
    text = Notice.objects.get().text
    assert [told[one] in spoken(text, one[:2]) for one in LANGUAGES] == [True, True]


def test_words_that_were_kept_before_sentences_were_are_read_as_they_are(readers: dict[str, Client]) -> None:
    batch = imported(readers[CHINESE], content=CUSTOMERS, kind=Batch.Kind.ACCOUNTS)
    old = {"errors": [{"row": 2, "column": "name", "reason": "坏了 100%"}], "notes": ["从前的话"]}
    Batch.objects.filter(pk=batch.pk).update(report={**batch.report, **old}, reason="没有成")
    page = text_of(readers[ENGLISH], batch)
    assert ["坏了 100%" in page, "从前的话" in page, "没有成" in page] == [True, True, True]
    assert saying.said(old, "en") == old
