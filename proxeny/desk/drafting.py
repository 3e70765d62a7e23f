"""What somebody has begun to write: kept while they write, brought back, put away, and gone once it is sent."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.db import transaction
from django.db.models import QuerySet

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.desk.models import Draft
from proxeny.identity.access import NotFound

MOST_BYTES = 64 * 1024
MOST_DRAFTS = 300
STANDS_FOR, PUT_AWAY_FOR = timedelta(days=90), timedelta(days=1)
PUT_AWAY = "~"  # before the key of one put away, so that it can be brought back
Content = dict[str, str | list[str]]

_KEY = re.compile(r"[a-z][a-z0-9-]*(?::[a-z0-9-]+){0,4}")
_SECRETS = {"password", "passwd", "passphrase", "passcode", "secret", "token", "otp", "pin", "code"}


class TooMuch(ValueError):  # noqa: N818  (a limit, said in words)
    """More than a draft may hold, or more drafts than one person may have."""


@dataclass(frozen=True, slots=True)
class Kept:
    """When it was kept; `elsewhere` tells when another window had written it since, `gone` that it was sent or put away."""

    at: datetime
    elsewhere: datetime | None = None
    gone: bool = False


def is_key(key: str) -> bool:
    """Tell whether `key` names a form, and what it is about: `judge:matter:12`."""
    return len(key) <= 100 and _KEY.fullmatch(key) is not None


def keep(actor: Actor, key: str, content: Mapping[str, object], *, since: datetime | None = None) -> Kept:
    """Keep what stands in the form. `since` is when this window last read or kept it.

    The later window wins, and is told when another has written meanwhile; what that one wrote is put away, not lost. Raises
    NotFound for a key that names no form, TooMuch above the limits.
    """
    if actor.staff_id is None or not is_key(key):
        raise NotFound(f"draft {key}")
    clean = _clean(content)
    if len(json.dumps(clean, ensure_ascii=False).encode()) > MOST_BYTES:
        raise TooMuch(key)
    with transaction.atomic():
        standing = _own(actor).select_for_update().filter(key=key).first()
        now = clock.machine_now()
        if standing is None:
            if _own(actor).count() >= MOST_DRAFTS:
                raise TooMuch(key)
            Draft.objects.update_or_create(
                staff_id=actor.staff_id, key=key, defaults={"content": clean, "changed_at": now}
            )
            return Kept(now, gone=since is not None)
        elsewhere = standing.changed_at if standing.changed_at != since else None
        if elsewhere and standing.content != clean:
            _put_away(standing, standing.changed_at)
        standing.content, standing.changed_at = clean, now
        standing.save(update_fields=["content", "changed_at"])
    return Kept(now, elsewhere)


def of(actor: Actor, key: str) -> Draft | None:
    """Return the actor’s own draft, or None."""
    return _named(1).first(actor.staff_id or 0, key) if is_key(key) else None


def of_several(actor: Actor, keys: list[str]) -> dict[str, Draft]:
    """Return the actor’s own drafts with these keys."""
    return {draft.key: draft for draft in _named(len(keys))(actor.staff_id or 0, *keys)}


@cache
def _named(count: int) -> Phrased[Draft]:
    """The question for so many drafts at once."""
    return Phrased(lambda staff, *keys: Draft.objects.filter(staff=staff, key__in=keys)[:count])


def forget(actor: Actor, key: str) -> None:
    """Remove the draft because it was sent; belongs into the transaction of the act."""
    if _named(1)(actor.staff_id or 0, key):
        _own(actor).filter(key=key).delete()


def discard(actor: Actor, key: str) -> bool:
    """Put the draft away; for a day it can be brought back. Return whether there was one."""
    with transaction.atomic():
        standing = _own(actor).select_for_update().filter(key=key).first()
        if standing is None:
            return False
        _put_away(standing, clock.machine_now())
        standing.delete()
    return True


def restore(actor: Actor, key: str) -> bool:
    """Bring back what was put away, unless something newer was written; return whether a draft stands now."""
    with transaction.atomic():
        away = _own(actor).select_for_update().filter(key=PUT_AWAY + key).first()
        if _own(actor).filter(key=key).exists():
            return True
        if away is None:
            return False
        away.key, away.changed_at = key, clock.machine_now()
        away.save(update_fields=["key", "changed_at"])
    return True


def sweep_old() -> int:
    """Remove drafts nobody has touched for 90 days, and those put away a day ago; return how many."""
    now = clock.machine_now()
    old = Draft.objects.filter(changed_at__lt=now - STANDS_FOR)
    away = Draft.objects.filter(key__startswith=PUT_AWAY, changed_at__lt=now - PUT_AWAY_FOR)
    return old.delete()[0] + away.delete()[0]


def _own(actor: Actor) -> QuerySet[Draft]:
    return Draft.objects.filter(staff_id=actor.staff_id) if actor.staff_id else Draft.objects.none()


def _put_away(draft: Draft, at: datetime) -> None:
    """Keep a copy of what the draft holds, in the place of the one put away before it."""
    away = {"content": draft.content, "changed_at": at}
    Draft.objects.update_or_create(staff_id=draft.staff_id, key=PUT_AWAY + draft.key, defaults=away)


def _clean(content: Mapping[str, object]) -> Content:
    """Return the fields as text, without those that hold something secret."""
    return {
        str(name): [str(one) for one in value] if isinstance(value, list) else str(value)
        for name, value in content.items()
        if not _is_secret(str(name))
    }


def _is_secret(name: str) -> bool:
    """Tell whether a field is named like one for a password or a token; `shipping` and `opinion` are not."""
    if name == "csrfmiddlewaretoken":
        return True
    return not _SECRETS.isdisjoint(word.rstrip("0123456789") for word in re.split(r"[-_.]", name.lower()))
