"""What the witnesses say of a customer, and what counts how much: for those who may see health."""

from datetime import timedelta
from pathlib import Path

import pytest

from proxeny.core import clock
from proxeny.judgement.health import keeping, weights
from proxeny.judgement.judging import judge
from proxeny.judgement.models import Judgement, Weights
from tests.cast import TODAY, Cast, SignIn
from tests.judgement.lived import LAST, live, swept

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def reckoned(vendor: Cast, tmp_path: Path) -> Cast:
    live(vendor, LAST + timedelta(days=1), tmp_path)
    for on in (TODAY - timedelta(days=40), TODAY):
        swept(on)
        keeping.keep(on)
    return vendor


def points(**changed: int) -> dict[str, int | str]:
    return {f"w-{name}": value for name, value in (weights.proposed() | changed).items()}


def test_a_spokesperson_reads_why_the_score_is_what_it_is_beside_the_judgement(
    reckoned: Cast, sign_in: SignIn
) -> None:
    judge(reckoned.luban, band=Judgement.Band.GREEN, reason="新发起人已到位", by=reckoned.actor("zhou"))
    answer = sign_in("zhou").get(f"/health/{reckoned.luban.pk}/")
    page = answer.content.decode()
    assert [line.value is None for line in answer.context["lines"]].count(True) == 0
    assert answer.context["moves"]
    assert "三月底" not in page
    assert "八月前给对账方案" in page
    assert '<svg class="chart standing"' in page
    assert 'class="standing-word"' in page
    assert "周雨" in page


def test_the_customers_page_shows_the_figure_beside_the_judgement(reckoned: Cast, sign_in: SignIn) -> None:
    page = sign_in("zhou").get(f"/accounts/{reckoned.luban.pk}/").content.decode()
    score = round(keeping.latest([reckoned.luban.pk], TODAY)[reckoned.luban.pk].score)
    assert f'href="/health/{reckoned.luban.pk}/"' in page
    assert f">{score}</a>" in page


def test_sales_learns_the_band_of_its_own_customer_and_no_figure(reckoned: Cast, sign_in: SignIn) -> None:
    health = keeping.latest([reckoned.luban.pk], TODAY)[reckoned.luban.pk]
    page = sign_in("pan").get(f"/accounts/{reckoned.luban.pk}/").content.decode()
    assert str(health.get_band_display()) in page or "有麻烦" in page
    assert "/health/" not in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("zhou", 200), ("he", 200), ("tang", 200), ("lin", 404), ("pan", 404), ("xu", 404), ("zhang", 404)],
)
def test_outsiders_do_not_find_the_page(reckoned: Cast, sign_in: SignIn, who: str, status: int) -> None:
    assert sign_in(who).get(f"/health/{reckoned.luban.pk}/").status_code == status


def test_a_customer_that_nobody_knows_anything_of_is_told_how_it_begins(
    vendor: Cast, sign_in: SignIn
) -> None:
    answer = sign_in("lin").get(f"/health/{vendor.yunqi.pk}/")
    assert answer.context["health"] is None
    assert 'class="empty"' in answer.content.decode()


def test_a_lead_sees_who_would_change_band_and_sets_the_weights(reckoned: Cast, sign_in: SignIn) -> None:
    only = dict.fromkeys(weights.proposed(), 0) | {"complaints": 100}
    he = sign_in("he")
    seen = he.get("/health/weights/preview/", {**points(**only), "segment": "key"}).content.decode()
    assert "鲁班建材" in seen
    sent = he.post("/health/weights/", {**points(people=30), "segment": "key", "reason": "人走得多，先看人"})
    assert sent.headers["Location"] == "/health/weights/?segment=key"
    row = Weights.objects.get()
    assert (row.segment, row.points["people"], row.by) == ("key", 30, reckoned["he"])
    page = he.get("/health/weights/?segment=key").content.decode()
    assert "人走得多，先看人" in page


def test_an_earlier_weighing_is_put_back_into_the_form(reckoned: Cast, sign_in: SignIn) -> None:
    he = sign_in("he")
    for people in (30, 20):
        he.post("/health/weights/", {**points(people=people), "segment": "", "reason": "试一试"})
    first = Weights.objects.order_by("pk")[0]
    form = he.get(f"/health/weights/?segment=&of={first.pk}").context["form"]
    assert form["w-people"].value() == 30


def test_a_reason_is_asked_for_and_what_was_typed_stays(reckoned: Cast, sign_in: SignIn) -> None:
    answer = sign_in("he").post("/health/weights/", {**points(people=33), "segment": "", "reason": ""})
    assert answer.status_code == 422
    assert 'value="33"' in answer.content.decode()
    assert not Weights.objects.exists()


@pytest.mark.parametrize("who", ["zhou", "lin", "tang", "pan", "xu", "shen"])
def test_only_leads_set_what_counts(reckoned: Cast, sign_in: SignIn, who: str) -> None:
    sent = sign_in(who).post("/health/weights/", {**points(people=0), "segment": "", "reason": "我说的"})
    assert sent.status_code == 404
    assert not Weights.objects.exists()


def test_a_preview_names_only_customers_that_the_reader_sees(reckoned: Cast, sign_in: SignIn) -> None:
    only = dict.fromkeys(weights.proposed(), 0) | {"complaints": 100}
    with clock.on(TODAY):
        answer = sign_in("lin").get("/health/weights/preview/", {**points(**only), "segment": ""})
    assert "鲁班建材" not in answer.content.decode()
    assert answer.context["counted"] == 0
