"""One field of a case changed in place, with all that stands beside it: texts of several lines, and people to choose from.

It goes as `forms.inline.respond` goes; what is shown again is the page's own, so that a change shows wherever it matters.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from proxeny.accounts.merging import Conflict
from proxeny.identity.access import NotFound
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader
from proxeny.web.forms import conflicts
from proxeny.web.forms.inline import Inline, Place
from proxeny.web.policy import StaffRequest

PAGE = "cases/understanding/field_page.html"


@dataclass(frozen=True, slots=True)
class Row:
    """A case whose fields are changed: `pk` names the place on the page, `holds` the values."""

    reader: Reader
    holds: Any

    @property
    def pk(self) -> int:
        """The row of the case."""
        return self.reader.case.pk


class Beside(Protocol):
    """Return what the fragment needs besides the place, once a field was kept."""

    def __call__(self, row: Row) -> Mapping[str, Any]: ...


def respond(
    request: StaffRequest,
    kind: Inline,
    number: int,
    name: str,
    *,
    fragment: str,
    beside: Beside,
    anew: Collection[str] = (),
) -> HttpResponse:
    """Answer for one field: GET opens it, with `?shown` shows it again; POST keeps it.

    What moves the rest of the page, too, is named in `anew`: once it is kept, the page is fetched again.
    """
    row = kind.load(request.actor, number)
    if name not in kind.fields:
        raise NotFound(f"field {name} of a case")
    if request.method != "POST":
        place = kind.place(row, name, may=True, is_open="shown" not in request.GET)
        return _answer(request, row, kind, place, fragment, beside(row))
    wanted, seen = conflicts.sent(request.POST, [name])
    typed: dict[str, Any] = {"text": wanted.get(name, ""), "seen": seen.get(name, "")}
    if name not in wanted:
        sent_nothing = [_("Nothing was sent. Try it once more.")]
        place = kind.place(row, name, may=True, is_open=True, errors=sent_nothing)
        return _answer(request, row, kind, place, fragment, {}, status=422)
    try:
        change = kind.keep(row, wanted, seen, request.actor)
    except ValidationError as error:
        errors = error.message_dict.get(name, error.messages)
        place = kind.place(row, name, may=True, is_open=True, errors=errors, **typed)
        return _answer(request, row, kind, place, fragment, {}, status=422)
    except Conflict as conflict:
        place = _clashing(kind, row, name, typed, conflict)
        return _answer(request, row, kind, place, fragment, {}, status=422)
    row = kind.load(request.actor, number)
    place = kind.place(row, name, may=True)
    label = str(place.field.label)
    if not change:
        toasts.say(request, _("%(label)s stays as it is.") % {"label": label})
    else:
        said = _("%(label)s is kept.") if place.shown else _("%(label)s is empty now.")
        undo = "" if row.reader.case.is_confidential else kind.undo(row, change)
        toasts.say(request, said % {"label": label}, undo=undo)
    if name in anew and request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(headers={"HX-Refresh": "true"})
    more = {**beside(row), "is_kept": True}
    return _answer(request, row, kind, place, fragment, more)


def _clashing(kind: Inline, row: Row, name: str, typed: dict[str, Any], conflict: Conflict) -> Place:
    """The field with what was typed still in it, and the three texts to choose from beside it."""
    place = kind.place(row, name, may=True)
    asked = conflicts.shown(
        conflict,
        {name: typed["seen"]},
        labels={one: str(field.label) for one, field in kind.fields.items()},
        say=lambda field, text: kind.say(row, field, text),
        address=place.address,
        back=place.back,
        target=place.id,
        closed=[one for one, field in kind.fields.items() if field.kind in {"select", "person"}],
    )
    errors = [_("Somebody else has changed it meanwhile.")]
    return kind.place(row, name, may=True, is_open=True, errors=errors, conflict=asked, **typed)


def _answer(
    request: StaffRequest,
    row: Row,
    kind: Inline,
    place: Place,
    fragment: str,
    more: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"case": row.reader.case, "reader": row.reader, **more}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, fragment, {**context, "place": place}, status=status)
    if not place.is_open:
        return redirect(place.back)
    page = {**context, "place": replace(place, is_page=True), "title": kind.title(row)}
    return render(request, PAGE, page, status=status)
