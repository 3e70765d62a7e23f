"""A request on the screen, lived through by three people: voices, decision, the customer told, delivered, looked at."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.cases.opening import Opening, open_case
from proxeny.core import clock
from proxeny.demand import asking, deciding, expecting
from proxeny.demand.deciding import Answer, Verdict
from proxeny.demand.models import Credit, Decision, Request, Unable, Voice
from proxeny.desk import drafting
from proxeny.identity.models import Team
from proxeny.promises.models import Promise
from tests.cast import Cast, SignIn

NEED = {"what": "每天早上自动导出", "environment": "内网 3.1,80 人", "purpose": "店长早上就能对账"}
EXPECTED = {"measure": "每周自己导出的店长", "how_many": "20", "by_day": "2027-06-30"}
YES = {"answer": "yes", "reason": "三家都要", "promised_on": "2027-03-31", "again_on": ""}


@pytest.fixture
def one(vendor: Cast) -> Request:
    """A request of 鲁班建材 that was heard in a case."""
    heard = open_case(vendor.luban, Opening(title="导出", text="每天导出"), by=vendor.actor("zhou"))
    return asking.ask(vendor.luban, **NEED, case=heard, by=vendor.actor("zhou"))


def read(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(route, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, route: str, *args: object, **fields: Any) -> str:
    answer = client.post(reverse(route, args=args), fields, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


def test_three_people_take_a_request_from_their_voices_to_its_use(
    vendor: Cast, sign_in: SignIn, one: Request
) -> None:
    zhou, xu, pan = sign_in("zhou"), sign_in("xu"), sign_in("pan")
    for client, of, words in (
        (zhou, "customer", "急用"),
        (xu, "product", "能做"),
        (pan, "sales", "续约要它"),
    ):
        assert words in send(client, "request-voice", one.pk, of, stand="for", words=words)
    send(zhou, "request-expected-use", one.pk, **EXPECTED)
    assert "三家都要" in send(xu, "request-decision", one.pk, **YES)
    assert Promise.objects.get().due_on == date(2027, 3, 31)
    page = read(zhou, "request", one.pk)
    assert "has not been told" in page
    send(zhou, "request-telling", one.pk, how="call", words="好的")
    assert "has been told" in read(zhou, "request", one.pk)
    send(xu, "request-delivery", one.pk, what="3.2", on="2026-11-22")
    page = send(zhou, "request-use", one.pk, how_many="12", words="都在用", on="2026-11-22")
    assert "都在用" in page
    one.refresh_from_db()
    assert one.state == "delivered"


def test_a_yes_before_anybody_said_what_is_expected_comes_back_with_the_reason_beside_it(
    sign_in: SignIn, one: Request
) -> None:
    answer = sign_in("xu").post(reverse("request-decision", args=[one.pk]), YES)
    assert answer.status_code == 422
    assert "what use is expected" in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("route", "allowed"),
    [
        ("request-decision", {"xu", "he"}),
        ("request-delivery", {"xu", "he"}),
        ("request-expected-use", {"xu", "he", "zhou"}),
        ("request-joining", {"xu", "he", "zhou"}),
        ("request-credit", {"xu", "he", "zhou"}),
        ("request-decline", {"xu", "he", "zhou"}),
        ("request-telling", {"he", "zhou"}),
        ("request-use", {"he", "zhou"}),
        ("request-brief", {"xu", "he", "zhou", "pan", "tang", "shen"}),
    ],
)
def test_each_page_opens_to_whose_it_is_and_to_others_does_not_exist(
    vendor: Cast, sign_in: SignIn, one: Request, route: str, allowed: set[str]
) -> None:
    address = reverse(route, args=[one.pk])
    status = {name: sign_in(name).get(address).status_code for name in vendor.people}
    assert {name for name, code in status.items() if code == 200} == allowed
    assert {code for name, code in status.items() if name not in allowed} == {404}


@pytest.mark.parametrize(
    ("of", "allowed"), [("product", {"xu"}), ("sales", {"pan"}), ("customer", {"zhou", "he"})]
)
def test_each_voice_opens_to_whose_it_is(
    vendor: Cast, sign_in: SignIn, one: Request, of: str, allowed: set[str]
) -> None:
    address = reverse("request-voice", args=[one.pk, of])
    assert {name for name in vendor.people if sign_in(name).get(address).status_code == 200} == allowed


def test_what_was_asked_in_confidence_is_shown_to_nobody_outside_the_channel(
    vendor: Cast, sign_in: SignIn
) -> None:
    secret = open_case(
        vendor.luban, Opening(title="导出", text="x", is_confidential=True), by=vendor.actor("zhou")
    )
    one = asking.ask(vendor.luban, **NEED, case=secret, by=vendor.actor("zhou"))
    for route in ("request", "request-brief"):
        address = reverse(route, args=[one.pk])
        seen = {name for name in vendor.people if sign_in(name).get(address).status_code == 200}
        assert seen == {"zhou", "he", "tang"}


def test_joined_from_its_page_and_parted_by_the_undo(vendor: Cast, sign_in: SignIn, one: Request) -> None:
    other = asking.ask(vendor.star_river, **NEED, by=vendor.actor("zhou"))
    zhou = sign_in("zhou")
    assert f"Join it to request {one.pk}" in read(zhou, "request-joining", other.pk)
    page = send(zhou, "request-joining", other.pk, leader=one.pk)
    assert "2 customers" in page
    assert reverse("request-parting", args=[other.pk]) in page
    send(zhou, "request-parting", other.pk)
    assert "1 customer" in read(zhou, "request", other.pk)
    foreign = asking.ask(vendor.yunqi, **NEED, by=vendor.actor("lin"))
    answer = zhou.post(reverse("request-joining", args=[other.pk]), {"leader": foreign.pk})
    assert "There is no such request." in answer.content.decode()


def test_look_alikes_are_offered_while_a_request_is_noted_and_joined_when_chosen(
    vendor: Cast, sign_in: SignIn, one: Request
) -> None:
    zhou = sign_in("zhou")
    offered = zhou.post(reverse("request-alike"), {"what": "每天早上自动导出报表"}).content.decode()
    assert f'name="join" value="{one.pk}"' in offered
    assert (
        f'value="{one.pk}"'
        not in sign_in("lin").post(reverse("request-alike"), {"what": NEED["what"]}).content.decode()
    )
    address = f"{reverse('request-new')}?account={vendor.star_river.pk}"
    zhou.post(address, {**NEED, "today": "手工导", "join": one.pk})
    made = Request.objects.get(account=vendor.star_river)
    assert (made.today, made.joinings.get().leader) == ("手工导", one)


def test_a_team_is_credited_one_that_declines_is_noted_and_both_are_taken_back(
    sign_in: SignIn, one: Request
) -> None:
    team = Team.objects.create(name="报表组", founded_at=clock.now())
    xu = sign_in("xu")
    assert "调了接口" in send(xu, "request-credit", one.pk, team=team.pk, what_for="调了接口")
    assert "cannot help" in send(xu, "request-decline", one.pk, team=team.pk, words="排满")
    for kind, row in (("credits", Credit.objects.get()), ("declines", Unable.objects.get())):
        send(xu, "request-taken-back", one.pk, kind, row.pk)
        row.refresh_from_db()
        assert not row.stands


def test_nobody_takes_back_what_another_said(vendor: Cast, sign_in: SignIn, one: Request) -> None:
    send(sign_in("pan"), "request-voice", one.pk, "sales", stand="for", words="续约要它")
    voice = Voice.objects.get()
    address = reverse("request-taken-back", args=[one.pk, "voices", voice.pk])
    assert {sign_in(name).post(address).status_code for name in vendor.people if name != "pan"} == {404}
    sign_in("pan").post(address)
    voice.refresh_from_db()
    assert not voice.stands


def test_the_message_to_the_customer_is_begun_in_the_case_and_sent_by_nobody_else(
    vendor: Cast, sign_in: SignIn, one: Request
) -> None:
    address = reverse("request-draft", args=[one.pk])
    assert sign_in("zhou").post(address).status_code == 404
    deciding.decide(one, Verdict(Answer.NO, "会拖慢导入"), by=vendor.actor("xu"))
    for outsider in ("xu", "pan", "lin"):
        assert sign_in(outsider).post(address).status_code == 404
    assert sign_in("zhou").post(address).status_code == 302
    (draft,) = (drafting.of(vendor.actor("zhou"), f"case:{one.case_id}:customer"),)
    assert draft is not None
    assert "会拖慢导入" in str(draft.content["text"])


def test_the_brief_has_on_one_page_what_product_decides_on(
    vendor: Cast, sign_in: SignIn, one: Request
) -> None:
    said = {"measure": "店长", "how_many": 20, "by_day": date(2027, 6, 30)}
    expecting.expect(one, **said, by=vendor.actor("zhou"))
    page = read(sign_in("xu"), "request-brief", one.pk)
    for words in (*NEED.values(), "鲁班建材", "1 customer", "heard in 1 case", "店长"):
        assert words in page
    assert reverse("case", args=[one.case.number]) not in page  # type: ignore[union-attr]


def test_the_list_narrows_to_those_that_want_a_voice_and_puts_the_heaviest_first(
    vendor: Cast, sign_in: SignIn, one: Request
) -> None:
    xu = sign_in("xu")
    second = asking.ask(vendor.yunqi, **{**NEED, "what": "接口限流"}, by=vendor.actor("lin"))
    third = asking.ask(vendor.star_river, **{**NEED, "what": "接口限流要提示"}, by=vendor.actor("zhou"))
    send(xu, "request-joining", third.pk, leader=second.pk)
    send(xu, "request-voice", third.pk, "product", stand="against", words="先限流")
    page = xu.get(reverse("requests"), {"lacks": "product"}).content.decode()
    assert NEED["what"] in page
    assert "接口限流" not in page
    page = xu.get(reverse("requests"), {"sort": "weight"}).content.decode()
    assert page.index("接口限流") < page.index(NEED["what"])
    assert NEED["what"] in xu.get(reverse("requests"), {"lacks": "sales"}).content.decode()
