"""Bug, new need or broken promise: three look-alike complaints, each told apart by what is remembered, by a person’s press."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.accounts.models import Account
from proxeny.cases import classifying, opening
from proxeny.cases.classifying import Of
from proxeny.cases.models import Case, Kind
from proxeny.cases.opening import Opening
from proxeny.demand import asking, fixing, recording
from proxeny.demand.models import Defect, DefectCase, PromiseCase, Request, RequestCase
from proxeny.promises import keeping, promising
from proxeny.promises.models import Promise
from proxeny.search import finding
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
COMPLAINT = "月底导出超时,转圈五分钟后断开"


@pytest.fixture(autouse=True)
def _sizes_are_counted_anew() -> None:
    finding.forget_sizes()


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


@pytest.fixture
def defect(vendor: Cast) -> Defect:
    symptom = "大批量导出超时,五分钟后断开"
    return recording.open_defect(
        title="导出超时断开", symptom=symptom, workaround="按月分批导出", by=vendor.actor("he")
    )


@pytest.fixture
def promise(vendor: Cast) -> Promise:
    said = {"what": "导出超时修好", "due_on": date(2026, 3, 31), "made_on": date(2026, 3, 1)}
    return promising.promise(vendor.luban, **said, by_person=vendor["pan"], by=vendor.actor("zhou"))


def asked(vendor: Cast, account: Account, by: str = "zhou") -> Request:
    need = {"what": "月底导出超时后能接着导", "environment": "内网,80 人", "purpose": "月底对账"}
    return asking.ask(account, **need, by=vendor.actor(by))


def complaint(vendor: Cast, account: Account, by: str = "zhou") -> Case:
    return opening.open_case(account, Opening(title="导出超时", text=COMPLAINT), by=vendor.actor(by))


def panel(client: Client, case: Case) -> str:
    answer = client.get(reverse("case-panel", args=[case.number, "triage"]))
    assert answer.status_code == 200
    return answer.content.decode()


def press(client: Client, case: Case, kind: str, number: int) -> str:
    answer = client.post(reverse("case-triage", args=[case.number, kind]), {"number": number}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def kind_of(case: Case) -> str:
    case.refresh_from_db()
    return case.kind


def test_a_known_defect_is_proposed_with_its_evidence_and_set_by_a_press_that_is_undone(
    vendor: Cast, sign_in: SignIn, defect: Defect
) -> None:
    case, zhou = complaint(vendor, vendor.luban), sign_in("zhou")
    page = panel(zhou, case)
    assert f"Known defect {defect.pk}" in page
    assert "按月分批导出" in page
    assert kind_of(case) == ""
    for _ in range(2):
        press(zhou, case, "defect", defect.pk)
    assert kind_of(case) == Kind.DEFECT
    assert DefectCase.objects.get(ended_at=None).case == case
    assert f"about=defect:{defect.pk}" in panel(zhou, case)
    zhou.post(reverse("case-triage-withdrawal", args=[case.number, "defect", defect.pk]))
    assert kind_of(case) == ""
    assert not DefectCase.objects.filter(ended_at=None).exists()


def test_a_defect_that_was_fixed_is_said_to_come_back(vendor: Cast, sign_in: SignIn, defect: Defect) -> None:
    fixing.fix(defect, fixed_in="3.2", by=vendor.actor("zhang"))
    assert "it would have come back" in panel(sign_in("zhou"), complaint(vendor, vendor.luban))


def test_a_promise_to_the_same_customer_is_broken_since_the_day_after(
    vendor: Cast, sign_in: SignIn, promise: Promise
) -> None:
    case, zhou = complaint(vendor, vendor.luban), sign_in("zhou")
    page = panel(zhou, case)
    assert "Promised by 潘磊 until" in page
    assert "broken since" in page
    press(zhou, case, "promise", promise.pk)
    assert kind_of(case) == Kind.BROKEN_PROMISE
    assert PromiseCase.objects.get().promise == promise


def test_a_promise_to_somebody_else_or_one_that_was_kept_is_not_proposed(
    vendor: Cast, sign_in: SignIn, promise: Promise
) -> None:
    assert "Promised by" not in panel(sign_in("he"), complaint(vendor, vendor.yunqi, "lin"))
    keeping.keep(promise, proof="3.2", by=vendor.actor("zhou"))
    assert "Promised by" not in panel(sign_in("zhou"), complaint(vendor, vendor.luban))


def test_a_promise_that_is_not_due_yet_is_shown_and_cannot_be_called_broken(
    vendor: Cast, sign_in: SignIn
) -> None:
    said = {"what": "导出超时修好", "due_on": date(2026, 12, 31)}
    due = promising.promise(vendor.luban, **said, by_person=vendor["pan"], by=vendor.actor("zhou"))
    case, zhou = complaint(vendor, vendor.luban), sign_in("zhou")
    assert "not due yet" in panel(zhou, case)
    assert "not broken" in press(zhou, case, "promise", due.pk)
    assert kind_of(case) == ""


def test_the_same_customers_request_is_tied_to_the_case_as_a_need(vendor: Cast, sign_in: SignIn) -> None:
    one, case, zhou = asked(vendor, vendor.luban), complaint(vendor, vendor.luban), sign_in("zhou")
    assert f"Request {one.pk}" in panel(zhou, case)
    press(zhou, case, "request", one.pk)
    assert kind_of(case) == Kind.NEED
    assert RequestCase.objects.get().request == one
    zhou.post(reverse("case-triage-withdrawal", args=[case.number, "request", one.pk]))
    assert kind_of(case) == ""


def test_another_customers_request_is_noted_for_this_one_and_joined(vendor: Cast, sign_in: SignIn) -> None:
    one, he = asked(vendor, vendor.yunqi, "lin"), sign_in("he")
    case = complaint(vendor, vendor.luban)
    Case.objects.filter(pk=case.pk).update(environment="内网", purpose="月底对账")
    for _ in range(2):
        press(he, case, "request", one.pk)
    made = Request.objects.get(account=vendor.luban)
    assert made.joinings.get().leader == one
    assert kind_of(case) == Kind.NEED


def test_without_environment_and_purpose_the_form_asks_for_them_and_nothing_is_set(
    vendor: Cast, sign_in: SignIn
) -> None:
    one, case = asked(vendor, vendor.yunqi, "lin"), complaint(vendor, vendor.luban)
    page = press(sign_in("he"), case, "request", one.pk)
    assert f'name="join" value="{one.pk}" checked' in page
    assert kind_of(case) == ""
    assert not Request.objects.filter(account=vendor.luban).exists()


def test_who_said_something_else_meanwhile_is_not_talked_over(
    vendor: Cast, sign_in: SignIn, defect: Defect
) -> None:
    case = complaint(vendor, vendor.luban)
    classifying.classify(case, Of.KIND, Kind.QUESTION, by=vendor.actor("he"))
    assert "of another kind" in press(sign_in("zhou"), case, "defect", defect.pk)
    assert kind_of(case) == Kind.QUESTION
    assert not DefectCase.objects.exists()
    assert f"Known defect {defect.pk}" not in panel(sign_in("zhou"), case)


def test_neither_sales_nor_an_outsider_is_shown_anything_or_can_press(
    vendor: Cast, sign_in: SignIn, defect: Defect
) -> None:
    case = complaint(vendor, vendor.luban)
    for name in ("pan", "lin", "xu", "zhang", "nobody"):
        client = sign_in(name)
        assert client.get(reverse("case-panel", args=[case.number, "triage"])).status_code == 404
        address = reverse("case-triage", args=[case.number, "defect"])
        assert client.post(address, {"number": defect.pk}).status_code == 404
    for reader in ("tang", "shen"):
        assert f"Known defect {defect.pk}" in panel(sign_in(reader), case)
        assert "<form" not in panel(sign_in(reader), case)
    assert kind_of(case) == ""


def test_a_spokesperson_is_not_shown_what_another_customer_asked(vendor: Cast, sign_in: SignIn) -> None:
    one = asked(vendor, vendor.yunqi, "lin")
    assert f"Request {one.pk}" not in panel(sign_in("zhou"), complaint(vendor, vendor.luban))
