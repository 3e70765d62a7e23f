import pytest
from django.test import Client
from django.urls import reverse

from proxeny.desk import viewing
from proxeny.desk.models import SavedView
from proxeny.identity import teaming
from tests.cast import SETTING_UP, Cast, SignIn
from tests.web.lists.test_pages import names, page


def keep(client: Client, name: str, query: str, **more: object) -> SavedView:
    answer = client.post(reverse("view-new"), {"listing": "accounts", "name": name, "query": query, **more})
    assert answer.status_code == 302, answer.content.decode()
    return SavedView.objects.get(name=name)


def test_a_kept_view_is_a_link_that_shows_filter_order_and_columns(hundred: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    view = keep(lead, "重点", "level=key&sort=-name&columns=money,level&bogus=1&page=2")
    assert view.query == "level=key&sort=-name&columns=money%2Clevel"
    assert names(page(lead, f"?view={view.pk}")) == names(page(lead, "?level=key&sort=-name"))
    assert lead.get(reverse("view", args=[view.pk])).headers["Location"] == f"/accounts/?view={view.pk}"
    second = page(lead, f"?view={view.pk}&sort=-name&page=2")
    assert "list-changed" in second


def test_pages_of_a_view_are_the_view(hundred: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    view = keep(lead, "一百", "q=N-")
    assert len(names(page(lead, f"?view={view.pk}&page=2"))) == 50
    assert "list-changed" not in page(lead, f"?view={view.pk}&page=2")


def test_what_differs_from_the_view_can_be_kept_in_it_or_as_another(hundred: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    view = keep(lead, "重点", "level=key")
    text = page(lead, f"?view={view.pk}&level=small")
    assert "“重点”, changed" in text
    assert "Keep as new" in text
    lead.post(reverse("view-query", args=[view.pk]), {"query": "level=small"})
    view.refresh_from_db()
    assert view.query == "level=small"


def test_a_pinned_view_is_a_tab_with_its_count(hundred: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    view = keep(lead, "重点", "level=key", pin="1")
    assert f'href="/accounts/?view={view.pk}"' in page(lead)
    counts = lead.get(reverse("accounts-tabs")).content.decode()
    assert f'id="view-count-{view.pk}">26<' in counts
    lead.post(reverse("view-unpin", args=[view.pk]))
    assert "view-count" not in lead.get(reverse("accounts-tabs")).content.decode()


def test_each_sees_in_a_shared_view_only_what_they_may_see(hundred: Cast, sign_in: SignIn) -> None:
    team = teaming.found("华东", by=SETTING_UP)
    for name in ("he", "zhou"):
        teaming.join(team, hundred[name], by=SETTING_UP)
    view = keep(sign_in("he"), "重点", "level=key", team=team.pk)
    zhou = sign_in("zhou")
    assert names(page(zhou, f"?view={view.pk}")) == ["鲁班建材"]
    viewing.pin(view, by=hundred.actor("zhou"))
    assert f'id="view-count-{view.pk}">1<' in zhou.get(reverse("accounts-tabs")).content.decode()
    for route in ("view-query", "view-name", "view-team", "view-removal"):
        assert zhou.post(reverse(route, args=[view.pk]), {"name": "x"}).status_code == 404


def test_to_an_outsider_a_private_view_is_not_there(hundred: Cast, sign_in: SignIn) -> None:
    view = keep(sign_in("he"), "只给我看", "level=key", pin="1")
    outsider = sign_in("lin")
    for route in (
        "view",
        "view-pin",
        "view-query",
        "view-name",
        "view-team",
        "view-removal",
        "view-restoration",
    ):
        address = reverse(route, args=[view.pk])
        assert (outsider.get(address) if route == "view" else outsider.post(address)).status_code == 404
    text = page(outsider, f"?view={view.pk}")
    assert "只给我看" not in text + outsider.get(reverse("views") + "?listing=accounts").content.decode()
    assert "101 customers" in text


def test_who_may_not_read_a_list_keeps_no_view_of_it(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("zhang")
    assert client.get(reverse("views") + "?listing=accounts").status_code == 404
    assert client.post(reverse("view-new"), {"listing": "accounts", "name": "x"}).status_code == 404
    assert not SavedView.objects.exists()


def test_a_name_that_is_taken_is_said_in_the_dialog(vendor: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    keep(lead, "重点", "")
    sent = {"listing": "accounts", "name": "重点", "query": "level=key"}
    answer = lead.post(reverse("view-new"), sent, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert "You have a view of that name already." in answer.content.decode()
    assert answer.content.decode().startswith("<dialog")


def test_views_are_tidied_and_putting_away_can_be_taken_back(vendor: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    first, second = (keep(lead, name, "", pin="1") for name in ("甲", "乙"))
    lead.post(reverse("view-order"), {"listing": "accounts", "up": second.pk})
    assert [view.name for view in viewing.pinned(vendor.actor("he"), "accounts")] == ["乙", "甲"]
    text = lead.post(reverse("view-removal", args=[first.pk]), follow=True).content.decode()
    assert reverse("view-restoration", args=[first.pk]) in text
    lead.post(reverse("view-restoration", args=[first.pk]))
    lead.post(reverse("view-name", args=[first.pk]), {"name": "丙"})
    assert [view.name for view in viewing.pinned(vendor.actor("he"), "accounts")] == ["乙", "丙"]


@pytest.mark.parametrize("listing", ["", "nothing", "accounts'--"])
def test_views_of_no_list_are_not_there(vendor: Cast, sign_in: SignIn, listing: str) -> None:
    assert sign_in("he").get(reverse("views"), {"listing": listing}).status_code == 404
