"""Who asks, the matter and the priority on the page of a case: seen by whom, changed in place, by two at once."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.accounts.models import Contact
from proxeny.cases import changing, framing
from proxeny.cases.models import Framing, PriorityOverride, Satisfaction, Severity
from proxeny.web.cases.panels.framing import framing as framing_panel
from proxeny.web.cases.panels.matter import matter as matter_panel
from proxeny.web.cases.panels.priority import priority as priority_panel
from proxeny.web.cases.panels.views import views as views_panel
from proxeny.web.cases.reader import reader_of
from tests.cast import Cast, SignIn
from tests.web.cases.understanding import HTMX, OUTSIDERS, Stall, page, set_up, undo_in

pytestmark = pytest.mark.usefixtures("on_22_november")
PANELS = ["framing", "matter", "priority", "views"]


@pytest.fixture
def stall(vendor: Cast) -> Stall:
    return set_up(vendor)


@pytest.fixture
def zhou(sign_in: SignIn) -> Client:
    return sign_in("zhou")


def test_the_picture_names_everybody_says_it_in_words_and_shows_gaps(zhou: Client, stall: Stall) -> None:
    shown = page(zhou, stall, "framing")
    assert shown.index("李工") < shown.index("王主管")
    assert "李工 asks and 王主管 decides. Nobody known yet: who pays." in shown
    assert shown.count("nobody known yet") == 2, "on whose behalf, and who pays"
    assert "给老板一个说法" in shown
    assert "不用换系统" in shown


def test_who_has_left_is_crossed_out_with_the_day(zhou: Client, stall: Stall) -> None:
    Contact.objects.filter(pk=stall.wang.pk).update(left_on="2026-10-18")
    shown = page(zhou, stall, "framing")
    assert "who-node is-gone" in shown
    assert "left on 18 Oct" in shown.replace("\u00a0", " ")


def test_the_panels_ask_the_database_six_times_at_most(
    stall: Stall, vendor: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    reader = reader_of(vendor.actor("zhou"), stall.case.number)
    with django_assert_max_num_queries(6):
        for panel in (framing_panel, matter_panel, priority_panel, views_panel):
            assert panel(reader) is not None


def test_sales_sees_none_of_it(sign_in: SignIn, stall: Stall) -> None:
    whole = sign_in("pan").get(stall.at("case"))
    assert whole.status_code == 200
    assert "给老板一个说法" not in whole.content.decode()
    assert "panel-framing" not in whole.content.decode()
    for key in PANELS:
        assert sign_in("pan").get(stall.at("case-panel", key)).status_code == 404


@pytest.mark.parametrize("reader", ["tang", "shen"])
def test_owner_and_auditor_read_all_and_are_offered_nothing_to_change(
    sign_in: SignIn, stall: Stall, reader: str
) -> None:
    for key in PANELS:
        shown = page(sign_in(reader), stall, key)
        assert "<form" not in shown
        assert "hx-get" not in shown
    assert "给老板一个说法" in page(sign_in(reader), stall, "framing")


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_an_outsider_opens_and_changes_nothing(sign_in: SignIn, stall: Stall, outsider: str) -> None:
    client = sign_in(outsider)
    wish = reverse("case-satisfaction", args=[stall.wish.pk])
    addresses = [
        stall.at("case-field", "environment"),
        stall.at("case-framing", "decides"),
        stall.at("case-newcomer", "pays"),
        stall.at("case-satisfactions"),
        wish,
        f"{wish}meeting/",
        f"{wish}reopening/",
        f"{wish}removal/",
        stall.at("case-classification", "kind"),
        stall.at("case-classification-withdrawal", "kind"),
        stall.at("case-priority"),
        stall.at("case-priority-lifting"),
        stall.at("case-priority-undoing"),
        stall.at("case-priority-restoration"),
        stall.at("case-view", "business"),
        stall.at("case-views-reply"),
        stall.at("case-briefs"),
        stall.at("case-brief", "boss"),
        stall.at("case-change-withdrawal", 1),
        stall.at("case-framing-withdrawal", 1),
        stall.at("case-view-withdrawal", "business", 1),
    ]
    sent = {"environment": "x", "decides": "", "when": "x", "word": "x", "value": "need", "reason": "x"}
    sent |= {"priority": "1", "answer": "x", "name": "x", "text": "x", "send": "1"}
    for address in addresses:
        assert client.get(address).status_code in {404, 405}, address
        assert client.post(address, sent).status_code in {404, 405}, address
    assert Satisfaction.objects.get().when == "给老板一个说法"
    assert Framing.objects.get().decides == stall.wang
    assert not PriorityOverride.objects.exists()


def test_a_text_of_several_lines_opens_with_what_was_seen_and_is_kept_with_a_way_back(
    zhou: Client, stall: Stall
) -> None:
    address = stall.at("case-field", "environment")
    opened = zhou.get(address, headers=HTMX).content.decode()
    assert "<textarea" in opened
    assert "<html" not in opened
    sent = {"environment": "摊位上,\n一台手机", "seen-environment": ""}
    kept = zhou.post(address, sent, headers=HTMX).content.decode()
    assert "摊位上,\n一台手机" in kept
    zhou.post(undo_in(kept))
    stall.case.refresh_from_db()
    assert stall.case.environment == ""


def test_without_a_script_a_field_is_a_page_that_leads_back_to_its_place(zhou: Client, stall: Stall) -> None:
    address = stall.at("case-field", "purpose")
    opened = zhou.get(address).content.decode()
    assert "<html" in opened
    assert "hx-post" not in opened.partition("<main")[2].partition("</main>")[0]
    answer = zhou.post(address, {"purpose": "不让客人等", "seen-purpose": ""})
    assert answer["Location"] == f"{stall.at('case')}#matter-{stall.case.pk}-purpose"


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_two_at_the_same_field_are_shown_mine_theirs_and_before(
    zhou: Client, stall: Stall, vendor: Cast, headers: dict[str, str]
) -> None:
    changing.change(stall.case, {"environment": "仓库里"}, by=vendor.actor("he"))
    address = stall.at("case-field", "environment")
    met = zhou.post(address, {"environment": "摊位上", "seen-environment": ""}, headers=headers)
    assert met.status_code == 422
    shown = met.content.decode()
    assert "何苗" in shown
    assert 'name="mine-environment" value="摊位上"' in shown
    assert 'name="seen-environment" value="仓库里"' in shown
    decided = {
        "pick-environment": "mine",
        "mine-environment": "摊位上",
        "seen-environment": "仓库里",
    }
    assert zhou.post(address, decided, headers=headers).status_code in {200, 302}
    stall.case.refresh_from_db()
    assert stall.case.environment == "摊位上"


def test_another_severity_has_the_page_fetched_again_with_its_clocks(zhou: Client, stall: Stall) -> None:
    answer = zhou.post(
        stall.at("case-field", "severity"), {"severity": "1", "seen-severity": "3"}, headers=HTMX
    )
    assert answer["HX-Refresh"] == "true"
    stall.case.refresh_from_db()
    assert stall.case.severity == Severity.CRITICAL
    assert "Severity is kept." in zhou.get(stall.at("case")).content.decode()


def test_who_pays_is_chosen_among_the_people_of_that_customer(
    zhou: Client, stall: Stall, vendor: Cast
) -> None:
    address = stall.at("case-framing", "pays")
    opened = zhou.get(address, headers=HTMX).content.decode()
    assert f'value="contact:{stall.wang.pk}"' in opened
    assert "王主管 · business user" in opened
    kept = zhou.post(address, {"pays": f"contact:{stall.wang.pk}", "seen-pays": ""}, headers=HTMX)
    shown = kept.content.decode()
    assert "李工 asks, but 王主管 decides and pays." in shown, "the line in words changes with it"
    zhou.post(undo_in(shown))
    assert framing.framing_of(stall.case).pays is None


def test_two_who_name_another_person_are_shown_both_by_name(zhou: Client, stall: Stall, vendor: Cast) -> None:
    framing.frame(stall.case, {"pays": f"contact:{stall.li.pk}"}, by=vendor.actor("he"))
    sent = {"pays": f"contact:{stall.wang.pk}", "seen-pays": ""}
    met = zhou.post(stall.at("case-framing", "pays"), sent)
    assert met.status_code == 422
    shown = met.content.decode()
    assert "王主管" in shown
    assert "李工" in shown
    assert f'name="mine-pays" value="contact:{stall.wang.pk}"' in shown
    assert "Write it anew" not in shown, "people are chosen, not written"


def test_somebody_new_is_added_to_the_customer_and_stands_in_the_picture(zhou: Client, stall: Stall) -> None:
    address = stall.at("case-newcomer", "pays")
    assert zhou.post(address, {"name": ""}).status_code == 422
    answer = zhou.post(address, {"name": "陈总", "part": "boss", "title": ""})
    assert answer["Location"] == f"{stall.at('case')}#framed-{stall.case.pk}-pays"
    payer = framing.framing_of(stall.case).pays
    assert payer is not None
    assert (payer.name, payer.account_id) == ("陈总", stall.case.account_id)


def test_nobody_is_put_into_a_place_that_is_none(zhou: Client, stall: Stall) -> None:
    assert zhou.get(stall.at("case-framing", "sings")).status_code == 404
    assert zhou.get(stall.at("case-newcomer", "hoped_conclusion")).status_code == 404
    assert zhou.get(stall.at("case-field", "owner")).status_code == 404
