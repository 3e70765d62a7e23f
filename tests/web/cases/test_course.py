"""The course of a case on its page: steps, ways ahead, waits, the end."""

import pytest
from django.test import Client

from proxeny.cases import opening
from proxeny.cases.models import Case, Cause, Kind, Proposal, Step
from proxeny.cases.opening import Opening
from proxeny.knowledge.models import Article
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
PATH = {"text": "给出替代方案", "owner_name": "王工", "due_on": "2026-11-25"}


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="表格编辑不顺手"), by=vendor.actor("zhou"))


@pytest.fixture
def zhou(sign_in: SignIn) -> Client:
    return sign_in("zhou")


def again(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def test_the_page_shows_five_steps_with_their_clocks_and_the_state(zhou: Client, case: Case) -> None:
    page = zhou.get(f"/cases/{case.number}/").content.decode()
    assert page.count('class="track-step') == 5
    assert "表格编辑不顺手" in page


def test_a_path_is_put_down_and_taken_back(zhou: Client, case: Case) -> None:
    assert zhou.post(f"/cases/{case.number}/proposals/new/?sort=path", PATH).status_code == 302
    assert again(case).state == "solution"
    made = Proposal.objects.get()
    assert (made.owner_name, made.by_name) == ("王工", "周雨")
    zhou.post(f"/cases/proposals/{made.pk}/withdrawal/")
    assert again(case).state == "problem"
    zhou.post(f"/cases/proposals/{made.pk}/restoring/")
    assert again(case).state == "solution"


@pytest.mark.parametrize(
    ("sort", "field"),
    [("path", "owner"), ("request", "environment"), ("request", "purpose"), ("not-now", "because")],
)
def test_what_is_missing_stands_beside_its_field_and_nothing_is_kept(
    zhou: Client, case: Case, sort: str, field: str
) -> None:
    page = zhou.post(f"/cases/{case.number}/proposals/new/?sort={sort}", {"text": "一句话"})
    assert page.status_code == 422
    assert page.context["asked"]["form"].errors[field]
    assert not Proposal.objects.exists()


def test_what_ended_as_refused_needs_a_reason(zhou: Client, case: Case) -> None:
    zhou.post(f"/cases/{case.number}/proposals/new/?sort=path", PATH)
    made = Proposal.objects.get()
    zhou.post(f"/cases/proposals/{made.pk}/end/", {"how": "refused"})
    assert Proposal.objects.get().stands
    zhou.post(f"/cases/proposals/{made.pk}/end/", {"how": "refused", "why": "客户不认可"})
    assert not Proposal.objects.get().stands


def test_a_step_whose_gate_is_shut_says_what_is_missing_and_opens_for_a_reason(
    zhou: Client, case: Case
) -> None:
    address = f"/cases/{case.number}/steps/clarified/"
    page = zhou.post(address, {"reason": ""})
    assert page.status_code == 422
    assert again(case).step == Step.RESPONDED
    assert zhou.post(address, {"reason": "电话里说过"}).status_code == 302
    assert again(case).step == Step.PROPOSED
    assert "电话里说过" in zhou.get(f"/cases/{case.number}/").content.decode()
    zhou.post(f"{address}undo/")
    assert again(case).step == Step.CLARIFIED


def test_a_case_is_solved_learned_from_and_closed(zhou: Client, case: Case) -> None:
    told = {"how": "换了模板", "word": "好用", "reason": "客户催得急"}
    assert zhou.post(f"/cases/{case.number}/solution/", {**told, "reason": ""}).status_code == 422
    assert again(case).solved_at is None
    zhou.post(f"/cases/{case.number}/solution/", told)
    assert again(case).step == Step.LEARNED
    Case.objects.filter(pk=case.pk).update(cause=Cause.PRODUCT, kind=Kind.NEED)
    lessons = {"why": "编辑器弱", "why_so": "模板当天能用", "next_time": "培训里加一节"}
    assert zhou.post(f"/cases/{case.number}/learning/", {**lessons, "why": ""}).status_code == 422
    zhou.post(f"/cases/{case.number}/learning/", lessons)
    assert again(case).closed_at is not None
    assert "模板当天能用" in zhou.get(f"/cases/{case.number}/").content.decode()


def test_calling_it_solved_by_mistake_is_undone_at_once_and_later_only_with_a_reason(
    zhou: Client, case: Case
) -> None:
    zhou.post(f"/cases/{case.number}/solution/", {"how": "x", "reason": "x"})
    assert zhou.post(f"/cases/{case.number}/reopening/", {}).status_code == 422
    assert zhou.post(f"/cases/{case.number}/reopening/?undo=1", {}).status_code == 302
    assert again(case).solved_at is None


def test_waiting_for_the_customer_and_going_on(zhou: Client, case: Case) -> None:
    assert zhou.post(f"/cases/{case.number}/wait/", {"why": ""}).status_code == 422
    zhou.post(f"/cases/{case.number}/wait/", {"why": "浏览器版本"})
    assert "浏览器版本" in zhou.get(f"/cases/{case.number}/").content.decode()
    zhou.post(f"/cases/{case.number}/wait/end/")
    assert again(case).waits_since is None


def test_what_was_learned_becomes_a_draft_article_with_one_click_and_only_one(
    zhou: Client, case: Case
) -> None:
    assert zhou.post(f"/cases/{case.number}/article/").status_code == 404, "nothing was learned yet"
    zhou.post(f"/cases/{case.number}/solution/", {"how": "换了模板", "reason": "x"})
    lessons = {"why": "编辑器弱", "why_so": "模板当天能用", "next_time": "培训里加一节"}
    zhou.post(f"/cases/{case.number}/learning/", lessons)
    first = zhou.post(f"/cases/{case.number}/article/")
    second = zhou.post(f"/cases/{case.number}/article/")
    assert first.headers["Location"] == second.headers["Location"]
    made = Article.objects.get()
    assert all(text in made.body for text in ("换了模板", *lessons.values()))
    assert made.source == str(case.record)


ROUTES = (
    "article/", "proposals/new/?sort=path", "steps/responded/", "steps/responded/undo/", "solution/", "reopening/",
    "learning/", "wait/", "wait/end/",
)  # fmt: skip


@pytest.mark.parametrize("outsider", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_for_an_outsider_no_act_exists(sign_in: SignIn, vendor: Cast, case: Case, outsider: str) -> None:
    sign_in("zhou").post(f"/cases/{case.number}/proposals/new/?sort=path", PATH)
    made, before = Proposal.objects.get(), Case.objects.values().get(pk=case.pk)
    browser = sign_in(outsider)
    addresses = [f"/cases/{case.number}/{route}" for route in ROUTES]
    addresses += [f"/cases/proposals/{made.pk}/{verb}/" for verb in ("end", "withdrawal", "restoring")]
    for address in addresses:
        assert browser.post(address, {**PATH, "how": "done", "why": "x", "reason": "x"}).status_code == 404, (
            address
        )
    assert Case.objects.values().get(pk=case.pk) == before
    assert Proposal.objects.get().stands


@pytest.mark.parametrize("stranger", ["lin", "xu", "zhang", "nobody"])
def test_for_strangers_there_is_no_such_case(sign_in: SignIn, case: Case, stranger: str) -> None:
    assert sign_in(stranger).get(f"/cases/{case.number}/").status_code == 404


@pytest.mark.parametrize("reader", ["pan", "he", "tang", "shen"])
def test_those_who_may_read_see_the_case_without_its_verbs_but_for_a_lead(
    sign_in: SignIn, case: Case, reader: str
) -> None:
    page = sign_in(reader).get(f"/cases/{case.number}/").content.decode()
    assert ("proposals/new" in page) == (reader == "he")
