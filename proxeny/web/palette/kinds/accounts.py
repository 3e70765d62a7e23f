"""Customers in the palette."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proxeny.accounts import access, recalling
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.spelling.marks import Span
from proxeny.core.spelling.recall import Level
from proxeny.desk import visiting
from proxeny.identity.roles import Area
from proxeny.web.palette.found import Found, Kind


def find(actor: Actor, words: str) -> list[Found]:
    """Return the customers that may be meant; those the actor opens often or opened lately come sooner."""
    familiar = {int(key): by for key, by in visiting.familiarity(actor, "account").items()}
    return [
        _found(one.account, one.span, is_weak=one.level >= Level.SOUND)
        for one in recalling.accounts(actor, words, familiar=familiar)
    ]


def again(actor: Actor, keys: Sequence[str]) -> Mapping[str, Found]:
    """Return those of the customers that the actor may see."""
    seen = access.accounts(actor).select_related("spokesperson").in_bulk([int(key) for key in keys])
    return {str(number): _found(account) for number, account in seen.items()}


def _found(account: Account, span: Span | None = None, *, is_weak: bool = False) -> Found:
    speaker = account.spokesperson.name if account.spokesperson else ""
    return Found(
        href=reverse("account", args=[account.pk]),
        name=account.name,
        icon="accounts",
        note=" · ".join(filter(None, (account.reference, speaker))),
        span=span,
        is_weak=is_weak,
        is_gone=account.left_on is not None and account.left_on <= clock.today(),
    )


ACCOUNTS = Kind("account", _("Accounts"), Area.DOSSIER, find, again)
