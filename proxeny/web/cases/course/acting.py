"""What every act on a case does: keep it, say so, lead back to the page, or show the form again with what is missing."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from proxeny.desk import drafting
from proxeny.web import toasts
from proxeny.web.cases.page import page
from proxeny.web.cases.reader import Reader
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.policy import StaffRequest

PLACE = "cases/course/_form.html"


def key_of(reader: Reader, which: str) -> str:
    """Return the key under which a draft of this form is kept."""
    return f"case-{which}:{reader.case.pk}"


def blank(reader: Reader, kind: type[Drafted], which: str, **initial: Any) -> Drafted:
    """Return the form as its writer left it, or empty."""
    key = key_of(reader, which)
    return begun(kind, key, drafting.of(reader.actor, key), initial=initial, auto_id=f"{which}-%s")


def filled(request: StaffRequest, reader: Reader, kind: type[Drafted], which: str) -> Drafted:
    """Return the form as it was sent."""
    return kind(request.POST, auto_id=f"{which}-%s").instead_of(blank(reader, kind, which))


def opened(
    request: StaffRequest, reader: Reader, form: Drafted, which: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Show the form in its place: as a piece of the page where htmx asked for it, else on the page itself."""
    asked = {"form": form, "which": which, "address": request.get_full_path(), **more}
    if request.htmx and request.method == "GET":  # type: ignore[attr-defined]
        return render(request, PLACE, {"case": reader.case, "reader": reader, "asked": asked})
    return render(request, "cases/show.html", page(request, reader, asked=asked), status=status)


def kept(
    request: StaffRequest,
    reader: Reader,
    form: Drafted,
    which: str,
    act: Callable[[], Any],
    said: str,
    undo: Callable[[Any], str] | None = None,
    **more: Any,
) -> HttpResponse:
    """Do what the form asks for; what is missing is said beside its field, and nothing is kept then."""
    if not form.is_valid():
        return opened(request, reader, form, which, status=422, **more)
    try:
        with sending(reader.actor, key_of(reader, which)):
            made = act()
    except ValidationError as error:
        _beside(form, error)
        missing = getattr(error, "missing", None)
        return opened(request, reader, form, which, status=422, missing=missing, **more)
    toasts.say(request, said, undo=undo(made) if undo else "")
    return back(reader)


def back(reader: Reader, anchor: str = "course") -> HttpResponse:
    """Lead back to the page of the case."""
    return redirect(f"{reverse('case', args=[reader.case.number])}#{anchor}")


def _beside(form: Drafted, error: ValidationError) -> None:
    for name, messages in error.message_dict.items():
        form.add_error(name if name in form.fields else None, messages)
