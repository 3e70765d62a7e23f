"""The catalogue on the screen: products and modules, who is asked for what, rotas; each taken back; readers only read."""

import csv
import io
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.cases.opening import Opening, open_case
from proxeny.catalogue import modules, owning
from proxeny.catalogue.models import Module, Ownership, Product, Rota, StandIn, TeamHours
from tests.cast import Cast, SignIn
from tests.catalogue.stocked import Stock, owned

HTMX = {"HX-Request": "true"}


def read(client: Client, route: str, *args: object, **query: str) -> str:
    answer = client.get(reverse(route, args=args), query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def send(client: Client, route: str, *args: object, **fields: Any) -> str:
    """Send a form that is taken, and return the page it leads to."""
    answer = client.post(reverse(route, args=args), fields, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


def undo(client: Client, page: str) -> None:
    """Press the way back of the toast on the page."""
    found = re.search(r'class="toast.*?action="([^"]+)"', page, re.DOTALL)
    assert found, "no way back on the page"
    assert client.post(found[1]).status_code == 302


def test_a_product_and_its_module_are_added_changed_and_taken_back(vendor: Cast, sign_in: SignIn) -> None:
    he = sign_in("he")
    assert "There is nothing in the catalogue yet" in read(he, "catalogue")
    send(he, "product-new", name="数据中台", editions="标准版、企业版")
    product = Product.objects.get()
    send(
        he,
        "module-new",
        product.pk,
        name="报表",
        provides="自动汇总",
        editions="企业版",
        days_to_adopt="5",
        cost="1000",
    )
    module = Module.objects.get()
    assert (module.editions, module.days_to_adopt, module.cost_minor) == (["企业版"], 5, 100000)
    page = send(he, "module-change", module.pk, name="报表中心")
    assert "报表中心" in page
    undo(he, page)
    module.refresh_from_db()
    assert (module.name, module.days_to_adopt) == ("报表", 5)


def test_the_table_tells_what_a_module_needs_and_who_is_asked(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    modules.change(there.reports, {"needs": "数据接口", "adoption_risk": "high"}, by=vendor.actor("he"))
    owning.own(there.hub, team=there.platform, by=vendor.actor("he"))
    page = read(sign_in("pan"), "catalogue")
    assert "平台组 is asked" in page
    assert re.search(r"报表</a>.*数据接口</a>.*high.*平台组", page, re.DOTALL)
    narrowed = read(sign_in("pan"), "catalogue", q="自动汇总")
    assert "报表" in narrowed
    assert "专线" not in narrowed


def test_a_contradiction_is_said_beside_the_field(vendor: Cast, sign_in: SignIn, there: Stock) -> None:
    modules.change(there.reports, {"needs": "数据接口"}, by=vendor.actor("he"))
    sent = {"name": "数据接口", "excludes": "数据中台 · 报表"}
    answer = sign_in("he").post(reverse("module-change", args=[there.feeds.pk]), sent)
    assert answer.status_code == 422
    assert "would need what it excludes" in answer.content.decode()


def test_two_who_change_the_same_module_choose_and_lose_nothing(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    he = sign_in("he")
    modules.change(there.reports, {"about": "theirs"}, by=vendor.actor("xu"))
    sent = {"name": "报表", "about": "mine", "provides": "自动汇总", "seen-about": ""}
    answer = he.post(reverse("module-change", args=[there.reports.pk]), sent)
    assert answer.status_code == 422
    assert "theirs" in answer.content.decode()
    decided = {"pick-about": "mine", "mine-about": "mine", "seen-about": "theirs"}
    send(he, "module-change", there.reports.pk, **decided)
    there.reports.refresh_from_db()
    assert there.reports.about == "mine"
    assert list(there.reports.provides.values_list("name", flat=True)) == ["自动汇总"]


def test_what_is_sold_no_longer_is_shown_where_it_is_asked_for(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    he = sign_in("he")
    page = send(he, "product-retiring", there.till.pk)
    assert "收银" not in read(he, "catalogue")
    assert "收银" in read(he, "catalogue", retired="on")
    undo(he, page)
    assert "收银" in read(he, "catalogue")
    modules.change(there.reports, {"needs": "数据接口"}, by=vendor.actor("he"))
    assert "still needed" in send(he, "module-retiring", there.feeds.pk)


def test_what_nobody_owns_stands_first_and_is_given_an_owner_in_place(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    he = sign_in("he")
    assert "no team is asked" in read(he, "owners")
    form = he.get(reverse("owner-new"), {"product": there.till.pk}, headers=HTMX).content.decode()
    assert form.startswith("<div")
    assert 'name="symptoms"' in form
    sent = {"product": there.till.pk, "module": "", "team": there.platform.pk, "symptoms": ""}
    answer = he.post(reverse("owner-new"), sent, headers=HTMX).content.decode()
    assert "平台组" in answer
    row = Ownership.objects.get()
    he.post(
        reverse("owner", args=[row.pk]), {"team": there.storage.pk, "symptoms": "钱箱\n打印机"}, headers=HTMX
    )
    row.refresh_from_db()
    assert (row.team, row.symptoms) == (there.storage, ["钱箱", "打印机"])
    undo(he, send(he, "owner-end", row.pk))
    row.refresh_from_db()
    assert row.ended_at is None


def test_a_row_that_somebody_else_changed_is_shown_before_it_is_kept_over(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    he, by = sign_in("he"), vendor.actor("he")
    row = owning.own(there.till, team=there.platform, symptoms="钱箱", by=by)
    owning.change(row, {"symptoms": "打印机"}, by=vendor.actor("xu"))
    sent = {"team": there.platform.pk, "symptoms": "扫码枪", "seen-symptoms": "钱箱"}
    answer = he.post(reverse("owner", args=[row.pk]), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "许诺 has changed it meanwhile: 打印机" in page
    assert 'name="seen-symptoms" value="打印机"' in page
    send(he, "owner", row.pk, **{**sent, "seen-symptoms": "打印机"})
    row.refresh_from_db()
    assert row.symptoms == ["扫码枪"]


def test_which_team_is_asked_is_answered_while_typing(vendor: Cast, sign_in: SignIn, there: Stock) -> None:
    owned(vendor, there)
    zhang, address = sign_in("zhang"), reverse("catalogue-whom")
    part = zhang.get(address, {"text": "报表导出又超时"}, headers=HTMX).content.decode()
    assert part.index("网络组") < part.index("存储组") < part.index("平台组")
    assert "<html" not in part
    by_name = zhang.get(
        address, {"product": "datahub", "module": "报表", "text": ""}, headers=HTMX
    ).content.decode()
    assert by_name.index("存储组") < by_name.index("平台组")
    assert "Nobody owns this" in zhang.get(address, {"product": there.till.pk}, headers=HTMX).content.decode()
    assert "Nobody owns this" in read(zhang, "catalogue-whom", text="钱箱弹不开")
    for odd in ("9" * 400, "²", "-1", "\x00"):
        assert zhang.get(address, {"product": odd, "module": odd, "text": odd}).status_code == 200


def test_a_rota_a_stand_in_and_hours_are_set_and_taken_back(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    he, team = sign_in("he"), there.storage
    assert "There is no rota" in read(he, "team-duty", team.pk)
    place = f"place-{vendor['zhang'].pk}"
    page = send(he, "team-rota", team.pk, begins_on="2026-11-16", days="7", **{place: "1"})
    assert "张工 is on duty today" in page
    undo(he, page)
    assert not Rota.objects.exists()
    days = {"begins_on": "2026-11-22", "ends_on": "2026-11-23"}
    page = send(he, "team-stand-in", team.pk, staff=vendor["lin"].pk, **days)
    assert "林可 is on duty today" in page
    undo(he, page)
    assert StandIn.objects.get().ended_at
    assert (
        he.post(reverse("team-rota", args=[team.pk]), {"begins_on": "2026-11-16", "days": "7"}).status_code
        == 422
    )
    assert "round the clock" in send(he, "team-hours", team.pk, around_the_clock="on")
    send(he, "team-hours-removal", team.pk)
    assert not TeamHours.objects.exists()


def test_the_file_has_a_line_for_each_module_and_no_formulas(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    modules.change(there.lines, {"about": "=1+1", "excludes": "报表"}, by=vendor.actor("he"))
    text = sign_in("pan").get(reverse("catalogue-export")).content.decode("utf-8-sig")
    rows = {row["module"]: row for row in csv.DictReader(io.StringIO(text))}
    assert set(rows) == {"报表", "数据接口", "专线", ""}
    assert not rows["专线"]["about"].startswith("=")
    assert rows["报表"]["excludes"] == "数据中台 · 专线"


def test_the_case_says_which_team_is_asked_and_leads_to_an_order(
    vendor: Cast, sign_in: SignIn, there: Stock
) -> None:
    owned(vendor, there)
    opening = Opening(title="月底导出超时", text="门店等着对账", product="数据中台")
    case = open_case(vendor.luban, opening, by=vendor.actor("zhou"))
    address = reverse("case-panel", args=[case.number, "whom"])
    part = sign_in("zhou").get(address, headers=HTMX).content.decode()
    assert part.index("网络组") < part.index("平台组")
    assert f"case={case.number}&amp;team={there.network.pk}" in part
    assert "team=" not in sign_in("shen").get(address, headers=HTMX).content.decode()
    assert sign_in("pan").get(address, headers=HTMX).status_code == 404
    assert sign_in("lin").get(address, headers=HTMX).status_code == 404


@pytest.mark.parametrize("username", ["zhou", "pan", "zhang", "shen"])
def test_who_only_reads_is_shown_no_way_to_change(
    vendor: Cast, sign_in: SignIn, there: Stock, username: str
) -> None:
    owned(vendor, there)
    client = sign_in(username)
    pages = [
        read(client, "catalogue"),
        read(client, "owners"),
        read(client, "product", there.hub.pk),
        read(client, "module", there.reports.pk),
        read(client, "team-duty", there.storage.pk),
    ]
    for page in pages:
        main = page[page.index("<main") : page.index("</main>")]
        assert 'method="post"' not in main
        assert "/new/" not in main
        assert "/change/" not in main


@pytest.mark.parametrize("username", ["zhou", "pan", "zhang", "shen", "nobody"])
def test_who_only_reads_is_told_that_the_verbs_are_not_there(
    vendor: Cast, sign_in: SignIn, there: Stock, username: str
) -> None:
    owned(vendor, there)
    client, row = sign_in(username), Ownership.objects.all()[0]
    lines, team = there.lines.pk, there.storage.pk
    verbs = [
        *((name, []) for name in ("product-new", "owner-new")),
        *((name, [there.hub.pk]) for name in ("product-change", "product-retiring", "product-restoring")),
        *((name, [there.hub.pk]) for name in ("module-new",)),
        *((name, [lines]) for name in ("module-change", "module-retiring", "module-restoring")),
        *((name, [row.pk]) for name in ("owner", "owner-end", "owner-restoring")),
        *((name, [team]) for name in ("team-rota", "team-stand-in", "team-hours", "team-hours-removal")),
    ]
    for name, args in verbs:
        assert client.post(reverse(name, args=args), {"name": "x"}).status_code == 404, name
    assert Ownership.objects.filter(ended_at=None).count() == 3


def test_an_outsider_without_a_role_sees_nothing_of_it(vendor: Cast, sign_in: SignIn, there: Stock) -> None:
    routes: list[tuple[str, list[int]]] = [
        *((name, []) for name in ("catalogue", "owners", "catalogue-whom", "catalogue-export")),
        *((name, [there.hub.pk]) for name in ("product", "team-duty")),
    ]
    for name, args in routes:
        assert sign_in("nobody").get(reverse(name, args=args)).status_code == 404
        assert Client().get(reverse(name, args=args)).status_code == 302
