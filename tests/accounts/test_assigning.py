import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import assigning, changing
from proxeny.accounts.models import Account
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast


def entries(vendor: Cast) -> list[reading.Line]:
    return [line for line in reading.about(vendor.luban.record) if line.kind == "account.changed"]


def test_what_was_before_and_after_goes_on_record(vendor: Cast) -> None:
    lin, he = vendor["lin"], vendor.actor("he")
    assert assigning.assign(
        vendor.luban, level=Account.Level.STRATEGIC, spokesperson=lin, sales=vendor["pan"], by=he
    )
    vendor.luban.refresh_from_db()
    assert (vendor.luban.level, vendor.luban.spokesperson) == ("strategic", lin)
    (line,) = entries(vendor)
    assert line.actor == he.reference
    assert line.content == {
        "name": "鲁班建材",
        "changes": {
            "level": {"before": "key", "after": "strategic"},
            "spokesperson": {"before": vendor["zhou"].reference, "after": lin.reference},
        },
    }


def test_doing_it_twice_changes_and_records_nothing_more(vendor: Cast) -> None:
    for expected in (True, False):
        changed = assigning.assign(
            vendor.luban, level=Account.Level.SMALL, spokesperson=None, sales=None, by=vendor.actor("he")
        )
        assert changed is expected
    assert len(entries(vendor)) == 1


@pytest.mark.parametrize("username", ["zhou", "lin", "pan", "tang", "shen", "nobody"])
def test_only_a_lead_may(vendor: Cast, username: str) -> None:
    with pytest.raises(NotFound):
        assigning.assign(
            vendor.luban, level=Account.Level.SMALL, spokesperson=None, sales=None, by=vendor.actor(username)
        )
    vendor.luban.refresh_from_db()
    assert vendor.luban.level == "key"
    assert entries(vendor) == []


def test_who_does_not_hold_the_role_cannot_be_chosen_and_nothing_is_kept(vendor: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        assigning.assign(
            vendor.luban,
            level=Account.Level.SMALL,
            spokesperson=vendor["pan"],
            sales=vendor["lin"],
            by=vendor.actor("he"),
        )
    assert set(refused.value.message_dict) == {"spokesperson", "sales"}
    vendor.luban.refresh_from_db()
    assert vendor.luban.level == "key"


def test_who_has_left_may_stay_until_somebody_else_is_chosen(vendor: Cast) -> None:
    vendor["zhou"].is_active = False
    vendor["zhou"].save()
    assert assigning.assign(
        vendor.luban,
        level=Account.Level.SMALL,
        spokesperson=vendor["zhou"],
        sales=None,
        by=vendor.actor("he"),
    )


def test_change_and_entry_stand_in_one_transaction(vendor: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_content: object) -> None:
        raise RuntimeError("the ledger is full")

    monkeypatch.setattr(changing.appending, "append", fail)
    with pytest.raises(RuntimeError):
        assigning.assign(
            vendor.luban, level=Account.Level.SMALL, spokesperson=None, sales=None, by=vendor.actor("he")
        )
    vendor.luban.refresh_from_db()
    assert vendor.luban.level == "key"
