"""What ties cases to each other and to people, on the screen."""

from datetime import timedelta

import pytest
from django.test import Client

from proxeny.cases import opening, relating, snoozing, writing
from proxeny.cases.models import Assignment, Case, Merge, Relation, Snooze, Split, Watch
from proxeny.cases.opening import Opening
from proxeny.ledger.models import Entry
from tests.cases.handy import again, opened, said
from tests.cast import TODAY, Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
LATER = (TODAY + timedelta(days=3)).isoformat()


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor, "导出慢")


@pytest.fixture
def zhou(sign_in: SignIn, case: Case) -> Client:
    return sign_in("zhou")


def test_giving_asks_to_whom_and_says_where_it_lies(zhou: Client, case: Case, vendor: Cast) -> None:
    address = f"/cases/{case.number}/hands/"
    assert "It is in the hands of 周雨." in zhou.get(address).content.decode()
    assert zhou.post(address, {"to": ""}).status_code == 422
    answer = zhou.post(address, {"to": vendor["he"].reference})
    assert answer.headers["Location"] == f"/cases/{case.number}/"
    assert again(case).owner == vendor["he"]
    zhou.post(f"/cases/hands/{Assignment.objects.latest('pk').pk}/withdrawal/")
    assert again(case).owner == vendor["zhou"]


def test_taking_from_another_without_a_reason_is_said_beside_the_field(
    sign_in: SignIn, case: Case, vendor: Cast
) -> None:
    he = sign_in("he")
    answer = he.post(f"/cases/{case.number}/hands/", {"to": vendor["he"].reference, "reason": ""})
    assert answer.status_code == 422
    assert "Say why it is taken from them." in answer.content.decode()


def test_who_gives_a_foreign_case_away_is_led_to_the_queue(sign_in: SignIn, case: Case, vendor: Cast) -> None:
    sign_in("zhou").post(f"/cases/{case.number}/hands/", {"to": vendor["lin"].reference})
    lin = sign_in("lin")
    answer = lin.post(f"/cases/{case.number}/hands/", {"to": vendor["zhou"].reference})
    assert answer.headers["Location"] == "/cases/"
    assert lin.get(f"/cases/{case.number}/").status_code == 404
    back = lin.post(f"/cases/hands/{Assignment.objects.latest('pk').pk}/withdrawal/")
    assert back.headers["Location"] == f"/cases/{case.number}/"


def test_asked_for_by_htmx_a_form_comes_as_a_dialog_and_success_leads_away(
    zhou: Client, case: Case, vendor: Cast
) -> None:
    headers = {"HX-Request": "true"}
    part = zhou.get(f"/cases/{case.number}/snooze/", headers=headers).content.decode()
    assert part.startswith("<dialog")
    refused = zhou.post(f"/cases/{case.number}/snooze/", {"until": LATER}, headers=headers)
    assert refused.status_code == 422
    assert "<dialog" in refused.content.decode()
    done = zhou.post(f"/cases/{case.number}/snooze/", {"until": LATER, "reason": "等回复"}, headers=headers)
    assert done.headers["HX-Redirect"] == f"/cases/{case.number}/"


def test_put_off_woken_and_both_taken_back(zhou: Client, case: Case) -> None:
    zhou.post(f"/cases/{case.number}/snooze/", {"until": LATER, "reason": "等回复"})
    assert "Take up again" in zhou.get(f"/cases/{case.number}/").content.decode()
    zhou.post(f"/cases/{case.number}/waking/")
    assert again(case).snoozed_until is None
    zhou.post(f"/cases/{case.number}/waking/withdrawal/")
    assert again(case).snoozed_until is not None
    zhou.post(f"/cases/{case.number}/snooze/withdrawal/")
    assert again(case).snoozed_until is None
    assert (
        zhou.post(f"/cases/{case.number}/snooze/", {"until": TODAY.isoformat(), "reason": "x"}).status_code
        == 422
    )


def test_what_is_due_before_the_day_is_said(zhou: Client, case: Case) -> None:
    zhou.post(f"/cases/{case.number}/snooze/", {"until": LATER, "reason": "x"})
    assert "Something is due before that" in zhou.get(f"/cases/{case.number}/").content.decode()


def test_watching_is_pressed_and_released(sign_in: SignIn, case: Case) -> None:
    for reader in ("he", "tang", "shen"):
        client = sign_in(reader)
        client.post(f"/cases/{case.number}/watch/")
        assert 'aria-pressed="true"' in client.get(f"/cases/{case.number}/").content.decode()
    assert Watch.objects.count() == 3
    sign_in("he").post(f"/cases/{case.number}/watch/withdrawal/")
    assert Watch.objects.count() == 2


def test_merging_leads_to_the_target_and_the_old_number_too(zhou: Client, case: Case, vendor: Cast) -> None:
    source = opened(vendor, "也是导出慢")
    assert f'value="{case.number}"' in zhou.get(f"/cases/{source.number}/merge/").content.decode()
    answer = zhou.post(f"/cases/{source.number}/merge/", {"other": f"#{case.number}", "reason": "同一件"})
    assert answer.headers["Location"] == f"/cases/{case.number}/"
    assert zhou.get(f"/cases/{source.number}/").headers["Location"] == f"/cases/{case.number}/"
    assert "也是导出慢" in zhou.get(f"/cases/{case.number}/panels/ties/").content.decode()
    zhou.post(f"/cases/{source.number}/merge/withdrawal/")
    assert zhou.get(f"/cases/{source.number}/").status_code == 200
    assert not Merge.objects.filter(undone_at=None).exists()


def test_a_case_one_cannot_see_is_no_case_to_tie_to(zhou: Client, case: Case, vendor: Cast) -> None:
    other = opening.open_case(vendor.yunqi, Opening(text="云启的事"), by=vendor.actor("lin"))
    for verb in ("merge", "relations", "parent"):
        for number in (str(other.number), "999999", "not a number", "9" * 19):
            answer = zhou.post(f"/cases/{case.number}/{verb}/", {"other": number})
            assert answer.status_code == 422
            assert "There is no case of this number that you can see." in answer.content.decode()
            assert "云启" not in answer.content.decode()


def test_split_off_what_was_ticked_and_take_it_back(zhou: Client, case: Case, vendor: Cast) -> None:
    second = writing.customer_wrote(case, "另外,发票抬头怎么改", by=vendor.actor("zhou"))
    text = zhou.get(f"/cases/{case.number}/split/?messages={second.pk}").content.decode()
    assert f'value="{second.pk}" checked' in text
    assert zhou.post(f"/cases/{case.number}/split/", {"title": "改抬头"}).status_code == 422
    answer = zhou.post(f"/cases/{case.number}/split/", {"title": "改抬头", "messages": [second.pk]})
    made = Split.objects.get().target
    assert answer.headers["Location"] == f"/cases/{made.number}/"
    assert str(case.number) in zhou.get(f"/cases/{made.number}/panels/ties/").content.decode()
    assert (
        zhou.post(f"/cases/{made.number}/split/withdrawal/").headers["Location"] == f"/cases/{case.number}/"
    )
    assert zhou.get(f"/cases/{made.number}/").headers["Location"] == f"/cases/{case.number}/"


def test_related_and_under_another_and_back(zhou: Client, case: Case, vendor: Cast) -> None:
    other = opened(vendor, "登录慢")
    zhou.post(f"/cases/{case.number}/relations/", {"other": other.number})
    assert "登录慢" in zhou.get(f"/cases/{case.number}/panels/ties/").content.decode()
    zhou.post(f"/cases/{case.number}/relations/{other.number}/withdrawal/")
    assert not Relation.objects.filter(ended_at=None).exists()
    zhou.post(f"/cases/{case.number}/relations/{other.number}/")
    assert Relation.objects.filter(ended_at=None).exists()
    zhou.post(f"/cases/{case.number}/parent/", {"other": other.number})
    assert again(case).parent == other
    circle = zhou.post(f"/cases/{other.number}/parent/", {"other": case.number})
    assert circle.status_code == 422
    zhou.post(f"/cases/{case.number}/parent/0/")
    assert again(case).parent is None


def test_confidential_and_open_again(zhou: Client, sign_in: SignIn, case: Case) -> None:
    assert "it is then not there any more" in zhou.get(f"/cases/{case.number}/confidence/").content.decode()
    zhou.post(f"/cases/{case.number}/confidence/", {"reason": "投诉个人"})
    assert sign_in("pan").get(f"/cases/{case.number}/").status_code == 404
    zhou.post(f"/cases/{case.number}/confidence/withdrawal/")
    assert sign_in("pan").get(f"/cases/{case.number}/").status_code == 200


def test_the_panel_shows_hands_watchers_and_only_what_its_reader_may_know(
    zhou: Client, sign_in: SignIn, case: Case, vendor: Cast
) -> None:
    other = opening.open_case(vendor.yunqi, Opening(text="云启也慢"), by=vendor.actor("he"))
    relating.relate(case, other, by=vendor.actor("he"))
    snoozing.snooze(case, TODAY + timedelta(days=3), reason="等客户放假回来", by=vendor.actor("zhou"))
    sign_in("he").post(f"/cases/{case.number}/watch/")
    panel = zhou.get(f"/cases/{case.number}/panels/ties/").content.decode()
    for word in ("周雨", "何苗", "等客户放假回来"):
        assert word in panel
    assert "云启也慢" not in panel
    assert "云启也慢" in sign_in("he").get(f"/cases/{case.number}/panels/ties/").content.decode()
    assert "周雨" not in sign_in("pan").get(f"/cases/{case.number}/panels/ties/").content.decode()


def everything(case: Case, other: Case) -> dict[str, dict[str, object]]:
    """Return each address that changes something, with what would be sent there."""
    at = f"/cases/{case.number}"
    return {
        f"{at}/hands/": {"to": "staff:1", "reason": "x"},
        f"{at}/snooze/": {"until": LATER, "reason": "x"},
        f"{at}/snooze/withdrawal/": {},
        f"{at}/waking/": {},
        f"{at}/waking/withdrawal/": {},
        f"{at}/merge/": {"other": other.number},
        f"{at}/merge/withdrawal/": {},
        f"{at}/split/": {"title": "x", "messages": [case.messages.get().pk]},
        f"{at}/split/withdrawal/": {},
        f"{at}/relations/": {"other": other.number},
        f"{at}/relations/{other.number}/": {},
        f"{at}/relations/{other.number}/withdrawal/": {},
        f"{at}/parent/": {"other": other.number},
        f"{at}/parent/0/": {},
        f"{at}/confidence/": {"reason": "x"},
        f"{at}/confidence/withdrawal/": {},
    }


@pytest.mark.parametrize("outsider", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_to_an_outsider_none_of_it_exists(outsider: str, sign_in: SignIn, case: Case, vendor: Cast) -> None:
    other, client = opened(vendor, "另一件"), sign_in(outsider)
    before, lines = Case.objects.values().get(pk=case.pk), Entry.objects.count()
    for address, sent in everything(case, other).items():
        assert client.get(address).status_code in {404, 405}, address
        assert client.post(address, sent).status_code == 404, address
    assert (Case.objects.values().get(pk=case.pk), Entry.objects.count()) == (before, lines)
    assert not Snooze.objects.exists()
    row = Assignment.objects.get(case=case)
    assert client.post(f"/cases/hands/{row.pk}/withdrawal/").status_code == 404


@pytest.mark.parametrize("outsider", ["lin", "pan", "xu", "zhang", "nobody"])
def test_whoever_cannot_read_all_of_it_cannot_watch(outsider: str, sign_in: SignIn, case: Case) -> None:
    for way in ("watch/", "watch/withdrawal/"):
        assert sign_in(outsider).post(f"/cases/{case.number}/{way}").status_code == 404
    assert not Watch.objects.exists()


def test_sales_and_auditor_are_offered_nothing_they_cannot_do(
    sign_in: SignIn, case: Case, vendor: Cast
) -> None:
    said(case, vendor, "在看")
    for reader in ("pan", "shen"):
        text = sign_in(reader).get(f"/cases/{case.number}/").content.decode()
        assert f"/cases/{case.number}/hands/" not in text
        assert f"/cases/{case.number}/merge/" not in text
