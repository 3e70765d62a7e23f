"""Changing one field in place: shown as text, opened as a field, kept, shown again. A page declares its fields."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from proxeny.accounts.changing import Change
from proxeny.accounts.merging import Conflict
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.web import toasts
from proxeny.web.forms import conflicts
from proxeny.web.policy import StaffRequest


@dataclass(frozen=True, slots=True)
class InlineField:
    """One field: its label, the type of its control (text, date, email, tel, select), what can be chosen, an example."""

    name: str
    label: Any
    kind: str = "text"
    choices: Sequence[tuple[str, Any]] = ()
    hint: Any = ""
    empty: Any = ""

    @property
    def mode(self) -> str:
        """The keyboard a telephone shows."""
        return "decimal" if self.kind == "amount" else ""

    @property
    def input_type(self) -> str:
        """The type of the input."""
        return "text" if self.kind == "amount" else self.kind


@dataclass(frozen=True, slots=True)
class Place:
    """Where one field stands on a page: `shown` for reading, `text` in the control, `seen` when the control was opened."""

    field: InlineField
    id: str
    address: str
    back: str
    shown: str
    may: bool
    text: str = ""
    seen: str = ""
    errors: Sequence[str] = ()
    is_open: bool = False
    is_page: bool = False
    conflict: conflicts.Shown | None = None


class Inline(ABC):
    """One kind of thing whose fields are changed in place. Subclasses say how it is loaded, said and kept."""

    fields: Mapping[str, InlineField]

    @abstractmethod
    def load(self, actor: Actor, number: int) -> Any:
        """Return what the actor may change, or raise NotFound."""

    @abstractmethod
    def may(self, actor: Actor, row: Any, name: str) -> bool:
        """Tell whether the actor may change this field of it."""

    @abstractmethod
    def text(self, row: Any, name: str) -> str:
        """Return the field as it stands in a control."""

    @abstractmethod
    def say(self, row: Any, name: str, text: str) -> str:
        """Return a text of the field as it is read; empty for nothing."""

    @abstractmethod
    def keep(self, row: Any, new: Mapping[str, str], seen: Mapping[str, str], by: Actor) -> Change:
        """Keep it. Raises ValidationError by field, Conflict, NotFound."""

    @abstractmethod
    def address(self, row: Any, name: str) -> str:
        """Return where the field is opened and kept."""

    @abstractmethod
    def back(self, row: Any) -> str:
        """Return the page it stands on."""

    @abstractmethod
    def undo(self, row: Any, change: Change) -> str:
        """Return where the change is taken back."""

    @abstractmethod
    def title(self, row: Any) -> str:
        """Return what the thing is called, for the page that works without a script."""

    def place(self, row: Any, name: str, *, may: bool, **more: Any) -> Place:
        """Return where the field stands, as it is."""
        where = f"{type(self).__name__.lower()}-{row.pk}-{name}"
        text = self.text(row, name)
        return Place(
            self.fields[name],
            where,
            self.address(row, name),
            f"{self.back(row)}#{where}",
            self.say(row, name, text),
            may,
            **{"text": text, "seen": text, **more},
        )


def respond(request: StaffRequest, kind: Inline, number: int, name: str) -> HttpResponse:
    """Answer for one field: GET opens it, with `?shown` shows it again; POST keeps it."""
    row = kind.load(request.actor, number)
    if name not in kind.fields or not kind.may(request.actor, row, name):
        raise NotFound(f"{kind.title(row)}: {name}")
    if request.method != "POST":
        return _answer(
            request, kind, row, kind.place(row, name, may=True, is_open="shown" not in request.GET)
        )
    wanted, seen = conflicts.sent(request.POST, [name])
    return _keep(request, kind, row, name, wanted, seen)


def _keep(
    request: StaffRequest, kind: Inline, row: Any, name: str, wanted: dict[str, str], seen: dict[str, str]
) -> HttpResponse:
    typed = wanted.get(name, "")
    if name not in wanted:
        place = kind.place(
            row, name, may=True, is_open=True, errors=[_("Nothing was sent. Try it once more.")]
        )
        return _answer(request, kind, row, place, status=422)
    try:
        change = kind.keep(row, wanted, seen, request.actor)
    except ValidationError as error:
        errors = error.message_dict.get(name, error.messages)
        place = kind.place(
            row, name, may=True, is_open=True, text=typed, seen=seen.get(name, ""), errors=errors
        )
        return _answer(request, kind, row, place, status=422)
    except Conflict as conflict:
        return _answer(request, kind, row, _clashing(kind, row, name, typed, seen, conflict), status=422)
    row = kind.load(request.actor, row.pk)
    place = kind.place(row, name, may=True)
    _tell(request, kind, row, place, change)
    return _answer(request, kind, row, place)


def _clashing(
    kind: Inline, row: Any, name: str, typed: str, seen: dict[str, str], conflict: Conflict
) -> Place:
    """The field with what was typed still in it, and the three texts to choose from beside it."""
    place = kind.place(row, name, may=True)
    asked = conflicts.shown(
        conflict,
        seen,
        labels={one: str(field.label) for one, field in kind.fields.items()},
        say=lambda field, text: kind.say(row, field, text),
        address=place.address,
        back=place.back,
        target=place.id,
        closed=[one for one, field in kind.fields.items() if field.kind in {"select", "date"}],
    )
    said = _("Somebody else has changed it meanwhile.")
    return kind.place(
        row,
        name,
        may=True,
        is_open=True,
        text=typed,
        seen=seen.get(name, ""),
        errors=[said],
        conflict=asked,
    )


def _tell(request: StaffRequest, kind: Inline, row: Any, place: Place, change: Change) -> None:
    label = str(place.field.label)
    if not change:
        toasts.say(request, _("%(label)s stays as it is.") % {"label": label})
        return
    said = _("%(label)s is now %(value)s.") if place.shown else _("%(label)s is empty now.")
    toasts.say(request, said % {"label": label, "value": place.shown}, undo=kind.undo(row, change))


def _answer(
    request: StaffRequest, kind: Inline, row: Any, place: Place, *, status: int = 200
) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "forms/inline_part.html", {"place": place}, status=status)
    if not place.is_open:
        return redirect(place.back)
    page = {"place": replace(place, is_page=True), "title": kind.title(row)}
    return render(request, "forms/inline_page.html", page, status=status)
