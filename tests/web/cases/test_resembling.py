"""Look-alikes: what a case resembles, why, what became of that, and what is done about it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from proxeny.cases import merging, opening, relating, solving
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening
from proxeny.core import clock
from proxeny.demand import asking, recording
from proxeny.demand.models import Defect, DefectCase, Request
from proxeny.knowledge import drafting, publishing
from proxeny.promises import promising
from proxeny.promises.models import Promise
from proxeny.search import finding
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture(autouse=True)
def _sizes_are_counted_anew() -> None:
    finding.forget_sizes()


def opened(vendor: Cast, text: str, account: object = None, who: str = "zhou", **more: object) -> Case:
    return opening.open_case(account or vendor.luban, Opening(text=text, **more), by=vendor.actor(who))


@pytest.fixture
def defect(vendor: Cast) -> Defect:
    fields = {
        "title": "大报表导出超时",
        "symptom": "超过十万行的报表导出时超时,页面报 504",
        "workaround": "按月分批导出",
    }
    return recording.open_defect(**fields, by=vendor.actor("zhou"))


@pytest.fixture
def request_(vendor: Cast) -> Request:
    what = "导出超时后能从断开处继续导出"
    return asking.ask(
        vendor.luban, what=what, environment="弱网", purpose="晚上跑批", by=vendor.actor("zhou")
    )


@pytest.fixture
def promise(vendor: Cast) -> Promise:
    what = "三月底前把导出做成后台任务,不再超时"
    day = clock.today() - timedelta(days=5)
    return promising.promise(
        vendor.luban, what=what, by_name="潘磊", due_on=day, made_on=date(2026, 1, 5), by=vendor.actor("zhou")
    )


def panel(client: Client, case: Case) -> str:
    answer = client.get(f"/cases/{case.number}/panels/resembling/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_three_complaints_of_one_word_resemble_a_defect_a_request_and_a_promise(
    vendor: Cast, sign_in: SignIn, defect: Defect, request_: Request, promise: Promise
) -> None:
    asked = {
        "导出超时,十万行的报表报 504": f"/defects/{defect.pk}/",
        "导出超时断开了,能不能从断开处继续导出": f"/requests/{request_.pk}/",
        "导出超时,你们说三月底前做成后台任务": f"/promises/{promise.pk}/",
    }
    client = sign_in("zhou")
    for text, address in asked.items():
        shown = panel(client, opened(vendor, text))
        # What it resembles most stands first; the others may follow.
        assert shown.index(address) == min(
            shown.index(other) for other in asked.values() if other in shown
        ), text
        assert "导出超时</mark>" in shown


def test_it_says_what_became_of_each(vendor: Cast, sign_in: SignIn, defect: Defect, promise: Promise) -> None:
    before = opened(vendor, "报表导出超时了")
    solving.solve(before, how="把超时调到十分钟", reason="急", by=vendor.actor("zhou"))
    shown = panel(sign_in("zhou"), opened(vendor, "报表导出超时,说好做成后台任务的"))
    assert "把超时调到十分钟" in shown
    assert "按月分批导出" in shown
    assert "is-over" in shown, "the promise is broken"


def test_neither_itself_nor_what_it_is_tied_to_is_offered(
    vendor: Cast, sign_in: SignIn, defect: Defect
) -> None:
    zhou = vendor.actor("zhou")
    case, related, merged = (opened(vendor, f"报表导出超时第{number}回") for number in "一二三")
    assert f"/cases/{related.number}/" in panel(sign_in("zhou"), case)
    relating.relate(case, related, by=zhou)
    merging.merge(merged, case, reason="同一件", by=zhou)
    sign_in("zhou").post(f"/cases/{case.number}/defects/", {"defect": defect.pk})
    shown = panel(sign_in("zhou"), case)
    for gone in (
        f'href="/cases/{case.number}/"',
        f'href="/cases/{related.number}/"',
        f'href="/cases/{merged.number}/"',
    ):
        assert gone not in shown
    assert f"/defects/{defect.pk}/" not in shown


def test_nothing_by_chance(vendor: Cast, sign_in: SignIn) -> None:
    opened(vendor, "发票抬头写错了,请重开")
    opened(vendor, "登录页面打不开,一直转圈")
    assert "resembling-one" not in panel(sign_in("zhou"), opened(vendor, "机房的空调坏了"))


def test_nobody_sees_look_alikes_of_customers_or_channels_that_are_closed_to_them(
    vendor: Cast, sign_in: SignIn, request_: Request, promise: Promise
) -> None:
    hidden = opened(vendor, "报表导出超时,私下说的", is_confidential=True)
    foreign = opened(vendor, "云启的报表导出超时", vendor.yunqi, who="lin")
    case = opened(vendor, "报表导出超时")
    theirs = opened(vendor, "报表导出超时,又来了", vendor.yunqi, who="lin")
    assert f"/cases/{foreign.number}/" not in panel(sign_in("zhou"), case)
    seen = panel(sign_in("lin"), theirs)
    for closed in (hidden.number, case.number):
        assert f"/cases/{closed}/" not in seen
    assert f"/requests/{request_.pk}/" not in seen
    assert f"/promises/{promise.pk}/" not in seen
    assert f"/cases/{hidden.number}/" not in panel(sign_in("shen"), case)
    for outsider in ("lin", "nobody", "xu", "pan"):
        assert sign_in(outsider).get(f"/cases/{case.number}/panels/resembling/").status_code == 404


def test_linking_a_known_defect_can_be_taken_back_and_is_closed_to_outsiders(
    vendor: Cast, sign_in: SignIn, defect: Defect
) -> None:
    case = opened(vendor, "报表导出超时")
    for outsider in ("lin", "pan", "shen", "tang", "nobody"):
        answer = sign_in(outsider).post(f"/cases/{case.number}/defects/", {"defect": defect.pk})
        assert answer.status_code == 404
    assert not DefectCase.objects.exists()
    client = sign_in("zhou")
    client.post(f"/cases/{case.number}/defects/", {"defect": defect.pk})
    assert DefectCase.objects.filter(case=case, defect=defect, ended_at=None).exists()
    client.post(f"/cases/{case.number}/defects/{defect.pk}/withdrawal/")
    assert not DefectCase.objects.filter(ended_at=None).exists()


def test_the_verbs_lead_to_merging_and_relating_with_the_other_case_named(
    vendor: Cast, sign_in: SignIn
) -> None:
    first, case = opened(vendor, "报表导出超时"), opened(vendor, "报表导出又超时")
    shown = panel(sign_in("zhou"), case)
    assert f'action="/cases/{case.number}/merge/"' in shown
    assert f'name="other" value="{first.number}"' in shown
    sign_in("zhou").post(f"/cases/{case.number}/relations/", {"other": first.number})
    assert f'href="/cases/{first.number}/"' not in panel(sign_in("zhou"), case)
    assert "<form" not in panel(sign_in("tang"), case), "who may not write gets no verbs"


def test_words_that_are_being_typed_are_compared_too(
    vendor: Cast, sign_in: SignIn, defect: Defect, promise: Promise
) -> None:
    article = drafting.draft(
        title="导出超时怎么办", body="报表太大时按月分批导出,就不会超时。", by=vendor.actor("zhou")
    )
    publishing.publish(article, by=vendor.actor("zhou"))
    asked = {"text": "报表导出超时,不是说做成后台任务", "account": vendor.luban.pk}
    shown = sign_in("zhou").post("/cases/resembling/", asked).content.decode()
    for address in (f"/defects/{defect.pk}/", f"/articles/{article.pk}/", f"/promises/{promise.pk}/"):
        assert address in shown
    other = sign_in("lin").post("/cases/resembling/", asked).content.decode()
    assert f"/promises/{promise.pk}/" not in other
    assert f"/defects/{defect.pk}/" in other
    for outsider in ("pan", "xu", "nobody"):
        assert sign_in(outsider).post("/cases/resembling/", asked).status_code == 404
