from datetime import timedelta

import pytest

from proxeny.core import clock
from proxeny.desk import drafting
from proxeny.desk.drafting import TooMuch
from proxeny.desk.models import Draft
from proxeny.identity.access import NotFound
from tests.cast import Cast

KEY = "judge:matter:12"


def content(vendor: Cast, username: str = "zhou", key: str = KEY) -> object:
    found = drafting.of(vendor.actor(username), key)
    return found.content if found else None


def test_what_is_kept_comes_back_to_the_writer_alone(vendor: Cast) -> None:
    drafting.keep(vendor.actor("zhou"), KEY, {"reason": "换了负责人", "band": ["red"]})
    assert content(vendor) == {"reason": "换了负责人", "band": ["red"]}
    assert content(vendor, "lin") is None
    drafting.forget(vendor.actor("lin"), KEY)
    assert not drafting.discard(vendor.actor("lin"), KEY)
    assert content(vendor)


def test_another_may_write_under_the_same_key_and_neither_meets_the_other(vendor: Cast) -> None:
    for username in ("zhou", "he"):
        kept = drafting.keep(vendor.actor(username), KEY, {"reason": username})
        assert kept.elsewhere is None
    assert (content(vendor), content(vendor, "he")) == ({"reason": "zhou"}, {"reason": "he"})


def test_nothing_secret_is_kept(vendor: Cast) -> None:
    secrets = ("password", "new_password1", "csrfmiddlewaretoken", "api-token", "otp")
    sent = dict.fromkeys([*secrets, "opinion", "shipping"], "x")
    drafting.keep(vendor.actor("zhou"), KEY, sent)
    assert content(vendor) == {"opinion": "x", "shipping": "x"}


@pytest.mark.parametrize("key", ["", "Judge", "judge:", "~judge:matter:12", "a" * 101, "a b", "judge:../x"])
def test_a_key_that_names_no_form_is_not_found(vendor: Cast, key: str) -> None:
    with pytest.raises(NotFound):
        drafting.keep(vendor.actor("zhou"), key, {})
    assert not Draft.objects.exists()


def test_too_much_is_refused_and_what_was_kept_stays(vendor: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    zhou = vendor.actor("zhou")
    drafting.keep(zhou, KEY, {"reason": "short"})
    with pytest.raises(TooMuch):
        drafting.keep(zhou, KEY, {"reason": "长" * 22_000})
    assert content(vendor) == {"reason": "short"}
    monkeypatch.setattr(drafting, "MOST_DRAFTS", 1)
    with pytest.raises(TooMuch):
        drafting.keep(zhou, "snooze:matter:12", {})


def test_of_two_windows_the_later_wins_and_the_earlier_is_told(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    one = drafting.keep(zhou, KEY, {"reason": "one"})
    two = drafting.keep(zhou, KEY, {"reason": "two"}, since=one.at)
    assert two.elsewhere is None
    told = drafting.keep(zhou, KEY, {"reason": "one, longer"}, since=one.at)
    assert told.elsewhere == two.at
    assert content(vendor) == {"reason": "one, longer"}
    drafting.forget(zhou, KEY)
    assert drafting.restore(zhou, KEY)
    assert content(vendor) == {"reason": "two"}


def test_a_window_is_told_that_the_draft_was_sent_from_another(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    kept = drafting.keep(zhou, KEY, {"reason": "one"})
    drafting.forget(zhou, KEY)
    assert drafting.keep(zhou, KEY, {"reason": "one more"}, since=kept.at).gone


def test_what_was_put_away_comes_back_unless_something_newer_stands(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    drafting.keep(zhou, KEY, {"reason": "old"})
    assert drafting.discard(zhou, KEY)
    assert content(vendor) is None
    assert not drafting.restore(vendor.actor("lin"), KEY)
    assert drafting.restore(zhou, KEY)
    assert content(vendor) == {"reason": "old"}
    drafting.discard(zhou, KEY)
    drafting.keep(zhou, KEY, {"reason": "new"})
    assert drafting.restore(zhou, KEY)
    assert content(vendor) == {"reason": "new"}


def test_what_nobody_touched_for_ninety_days_is_swept(vendor: Cast) -> None:
    zhou, now = vendor.actor("zhou"), clock.machine_now()
    for key, days in (("a:1", 91), ("b:1", 89), ("c:1", 2), ("d:1", 0)):
        drafting.keep(zhou, key, {"x": "1"})
        if key[0] in "cd":
            drafting.discard(zhou, key)
        Draft.objects.filter(key__endswith=key).update(changed_at=now - timedelta(days=days))
    assert drafting.sweep_old() == 2
    assert set(Draft.objects.values_list("key", flat=True)) == {"b:1", "~d:1"}
