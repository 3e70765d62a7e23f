"""Talks made for tests."""

from datetime import date
from typing import Any

from proxeny.accounts.models import Talk
from proxeny.accounts.talks import noting
from tests.cast import Cast

THURSDAY = date(2026, 11, 12)


def talk(vendor: Cast, by: str = "pan", **more: Any) -> Talk:
    """Note a talk of 潘磊 with 鲁班建材 on Thursday, 12 November 2026, unless said otherwise."""
    wanted = {"held_on": THURSDAY, **more}
    return noting.note(vendor.luban, by=vendor.actor(by), **wanted)
