import pytest
from django.core.exceptions import ValidationError

from proxeny.desk import viewing
from proxeny.identity import teaming
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.ledger import reading
from tests.cast import SETTING_UP, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(vendor: Cast) -> Team:
    """Zhou and Lin are in a team; He is not."""
    team = teaming.found("华东", by=SETTING_UP)
    for name in ("zhou", "lin"):
        teaming.join(team, vendor[name], by=SETTING_UP)
    return team


def names(vendor: Cast, username: str) -> list[str]:
    return [view.name for view in viewing.views(vendor.actor(username), "accounts")]


def test_a_view_is_its_owner_s_alone(vendor: Cast, team: Team) -> None:
    view = viewing.keep("accounts", "  我的  重点 ", "level=key", by=vendor.actor("zhou"))
    assert (view.name, view.query) == ("我的 重点", "level=key")
    assert names(vendor, "zhou") == ["我的 重点"]
    assert names(vendor, "lin") == []
    with pytest.raises(NotFound):
        viewing.view_for(vendor.actor("lin"), view.pk)


def test_a_shared_view_is_found_by_the_team_and_changed_by_its_owner_alone(vendor: Cast, team: Team) -> None:
    zhou, lin = vendor.actor("zhou"), vendor.actor("lin")
    view = viewing.keep("accounts", "重点", "level=key", by=zhou, team=team)
    assert names(vendor, "lin") == ["重点"]
    assert names(vendor, "he") == []
    with pytest.raises(NotFound):
        viewing.view_for(lin, view.pk, own=True)
    for verb in (
        lambda: viewing.rename(view, "x", by=lin),
        lambda: viewing.replace_query(view, "", by=lin),
        lambda: viewing.share(view, None, by=lin),
        lambda: viewing.remove(view, by=lin),
    ):
        with pytest.raises(NotFound):
            verb()
    viewing.share(view, None, by=zhou)
    assert names(vendor, "lin") == []


def test_who_leaves_the_team_finds_its_views_no_more(vendor: Cast, team: Team) -> None:
    view = viewing.keep("accounts", "重点", "", by=vendor.actor("zhou"), team=team)
    viewing.pin(view, by=vendor.actor("lin"))
    teaming.leave(team, vendor["lin"], by=SETTING_UP)
    assert names(vendor, "lin") == []
    assert not viewing.pinned(vendor.actor("lin"), "accounts")


def test_it_is_shared_only_with_a_team_of_one_s_own(vendor: Cast, team: Team) -> None:
    with pytest.raises(NotFound):
        viewing.keep("accounts", "x", "", by=vendor.actor("he"), team=team)
    view = viewing.keep("accounts", "x", "", by=vendor.actor("he"))
    with pytest.raises(NotFound):
        viewing.share(view, team, by=vendor.actor("he"))


@pytest.mark.parametrize("name", ["", "   ", "重点", "x" * 81])
def test_a_name_is_needed_and_not_taken_and_not_endless(vendor: Cast, name: str) -> None:
    zhou = vendor.actor("zhou")
    viewing.keep("accounts", "重点", "", by=zhou)
    with pytest.raises(ValidationError):
        viewing.keep("accounts", name, "", by=zhou)
    viewing.keep("imports", "重点", "", by=zhou)
    viewing.keep("accounts", "重点", "", by=vendor.actor("lin"))


def test_each_pins_for_themselves_and_in_their_own_order(vendor: Cast, team: Team) -> None:
    zhou, lin = vendor.actor("zhou"), vendor.actor("lin")
    one, two, three = (viewing.keep("accounts", name, "", by=zhou, team=team) for name in "abc")
    for view in (three, one, two, one):
        viewing.pin(view, by=zhou)
    viewing.pin(two, by=lin)
    assert [view.name for view in viewing.pinned(zhou, "accounts")] == ["c", "a", "b"]
    viewing.reorder("accounts", [two.pk, three.pk], by=zhou)
    assert [view.name for view in viewing.pinned(zhou, "accounts")] == ["b", "c", "a"]
    assert names(vendor, "zhou") == ["b", "c", "a"]
    assert names(vendor, "lin") == ["b", "a", "c"]
    viewing.unpin(three, by=zhou)
    assert [view.name for view in viewing.pinned(zhou, "accounts")] == ["b", "a"]


def test_what_is_put_away_comes_back_with_its_pins_unless_its_name_is_taken(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    view = viewing.keep("accounts", "重点", "", by=zhou)
    viewing.pin(view, by=zhou)
    viewing.remove(view, by=zhou)
    assert names(vendor, "zhou") == []
    with pytest.raises(NotFound):
        viewing.removed_view_for(vendor.actor("lin"), view.pk)
    viewing.restore(viewing.removed_view_for(zhou, view.pk), by=zhou)
    assert [one.name for one in viewing.pinned(zhou, "accounts")] == ["重点"]
    viewing.remove(view, by=zhou)
    viewing.keep("accounts", "重点", "", by=zhou)
    with pytest.raises(ValidationError):
        viewing.restore(view, by=zhou)


def test_a_desk_is_no_evidence(vendor: Cast) -> None:
    before = reading.count()
    viewing.remove(viewing.keep("accounts", "重点", "", by=vendor.actor("zhou")), by=vendor.actor("zhou"))
    assert reading.count() == before


def test_a_list_shows_the_same_views_in_the_same_order_as_there_are(vendor: Cast, team: Team) -> None:
    zhou, lin = vendor.actor("zhou"), vendor.actor("lin")
    for name, by, shared in (("乙", zhou, team), ("甲", zhou, None), ("丙", lin, None)):
        viewing.keep("accounts", name, "", by=by, team=shared)
    viewing.keep("imports", "丁", "", by=zhou)
    viewing.pin(viewing.views(lin, "accounts")[0], by=lin)
    for username in ("zhou", "lin", "he"):
        actor = vendor.actor(username)
        for listing in ("accounts", "imports"):
            shown, expected = viewing.shown(actor, listing), list(viewing.views(actor, listing))
            assert shown == expected
            assert [one.pinned_place for one in shown] == [one.pinned_place for one in expected]  # type: ignore[attr-defined]
            assert [one.team_name for one in shown] == [one.team and one.team.name for one in expected]  # type: ignore[attr-defined]
    assert len(viewing.shown(lin, "accounts")) == 2
    assert viewing.shown(SETTING_UP, "accounts") == []
