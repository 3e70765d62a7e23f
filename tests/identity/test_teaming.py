import pytest
from django.core.exceptions import ValidationError

from proxeny.identity import adding, teaming
from proxeny.identity.models import Team, TeamMembership
from proxeny.ledger import reading
from tests.cast import Cast


def kinds() -> list[str]:
    return [line.kind for line in reversed(reading.newest(4))]


def test_a_team_is_founded_joined_headed_and_left_on_record(vendor: Cast) -> None:
    by, zhang = vendor["tang"].actor, vendor["zhang"]
    team = teaming.found("  存储  组 ", by=by)
    teaming.join(team, zhang, by=by)
    teaming.head(team, zhang, by=by)
    teaming.leave(team, zhang, by=by)
    assert kinds() == ["team.founded", "team.joined", "team.headed", "team.left"]
    team.refresh_from_db()
    assert team.name == "存储 组"
    assert team.head is None


def test_doing_it_twice_changes_and_records_nothing(vendor: Cast) -> None:
    by, zhang = vendor["tang"].actor, vendor["zhang"]
    team = teaming.found("存储组", by=by)
    for verb in (teaming.join, teaming.head):
        verb(team, zhang, by=by)
        before = reading.count()
        verb(team, zhang, by=by)
        assert reading.count() == before
    teaming.leave(team, zhang, by=by)
    before = reading.count()
    teaming.leave(team, zhang, by=by)
    assert reading.count() == before
    assert TeamMembership.objects.get().left_at is not None


def test_what_makes_no_sense_is_refused_and_leaves_no_trace(vendor: Cast) -> None:
    by, zhang, lin = vendor["tang"].actor, vendor["zhang"], vendor["lin"]
    team = teaming.found("Storage", by=by)
    adding.let_go(lin, by=by, reason="moved")
    lin.refresh_from_db()
    before = reading.count()
    with pytest.raises(ValidationError):
        teaming.found("STORAGE", by=by)
    with pytest.raises(ValidationError):
        teaming.found("   ", by=by)
    with pytest.raises(ValidationError):
        teaming.head(team, zhang, by=by)
    with pytest.raises(ValidationError):
        teaming.join(team, lin, by=by)
    assert reading.count() == before
    assert Team.objects.count() == 1
