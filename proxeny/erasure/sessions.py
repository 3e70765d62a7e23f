"""Sign-ins that hold a name: what a page has just said to somebody, the list they were in."""

import json
from collections.abc import Collection

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from proxeny.core.erasing import Sought


def holding(sought: Sought) -> set[str]:
    """Return the keys of the sessions that hold something of it."""
    store = SessionStore()
    rows = Session.objects.values_list("session_key", "session_data")
    return {key for key, data in rows if sought.within(_text(store, data), near=True)}


def end(keys: Collection[str]) -> None:
    """End these sessions: who sits there signs in anew."""
    Session.objects.filter(pk__in=keys).delete()


def _text(store: SessionStore, data: str) -> str:
    return json.dumps(store.decode(data), ensure_ascii=False, default=str)
