"""Forms that are kept while they are written: filled with the writer’s draft, emptied of it by the act itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Self, TypeVar

from django import forms
from django.db import transaction
from django.utils import timezone

from proxeny.core.actors import Actor
from proxeny.desk import drafting
from proxeny.desk.models import Draft


class Drafted(forms.Form):
    """A form that may hold a draft: `draft_key` names it, `draft` is the one it was filled from.

    A template writes `data-draft` on the form, and includes `components/draft.html` in it.
    """

    draft_key = ""
    draft: Draft | None = None

    def instead_of(self, begun_with: "Drafted") -> Self:
        """Take the draft’s name and age from the unsent form that this one, sent and refused, stands in for."""
        self.draft_key, self.draft = begun_with.draft_key, begun_with.draft
        return self


F = TypeVar("F", bound=Drafted)


def begun(kind: type[F], key: str, draft: Draft | None, **more: Any) -> F:
    """Return an unsent form filled from the draft, where there is one."""
    initial = {**more.pop("initial", {}), **(draft.content if draft else {})}
    form = kind(initial=initial, **more)
    form.draft_key, form.draft = key, draft
    return form


@contextmanager
def sending(actor: Actor, key: str) -> Iterator[None]:
    """Remove the draft in the transaction of the act within: both stand or both fall."""
    with transaction.atomic():
        yield
        drafting.forget(actor, key)


def time_of_day(moment: datetime) -> str:
    """Return the reader’s time of day: 14:02."""
    return f"{timezone.localtime(moment):%H:%M}"
