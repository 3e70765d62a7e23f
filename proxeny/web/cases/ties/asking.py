"""Asking for what a verb needs, in a dialog where htmx asked for it, else on a page; then doing it and leading back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise

from proxeny.cases import access
from proxeny.core.actors import Actor
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader
from proxeny.web.policy import StaffRequest

DIALOG, PAGE = "cases/ties/_dialog.html", "cases/ties/page.html"


def asked(
    request: StaffRequest,
    reader: Reader,
    form: forms.Form,
    *,
    title: Promise | str,
    button: Promise | str,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Show the form; `note` is a sentence above it, `part` a template in place of its fields."""
    context = {
        "case": reader.case,
        "reader": reader,
        "form": form,
        "title": title,
        "button": button,
        "address": request.get_full_path(),
        "is_part": bool(request.htmx),  # type: ignore[attr-defined]
        **more,
    }
    return render(request, DIALOG if context["is_part"] else PAGE, context, status=status)


def done(form: forms.Form, act: Callable[[], Any]) -> tuple[bool, Any]:
    """Do it with a form that was sent; return whether it was done and what came of it. What is missing stands in the form."""
    if not form.is_valid():
        return False, None
    try:
        return True, act()
    except ValidationError as error:
        beside(form, error)
        return False, None


def beside(form: forms.Form, error: ValidationError) -> None:
    """Put each message beside its field, or above all where there is none."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, messages in by_field.items():
        form.add_error(name if name in form.fields else None, messages)


def back(request: StaffRequest, number: int, *, said: str = "", undo: str = "") -> HttpResponse:
    """Say what was done and lead to the case, or to the queue where the case is closed to the reader by now."""
    if said:
        toasts.say(request, said, undo=undo)
    address = reverse("case", args=[number]) if _sees(request.actor, number) else reverse("cases")
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


def refused(request: StaffRequest, number: int, error: ValidationError) -> HttpResponse:
    """Say why something could not be taken back, and lead to the case."""
    toasts.say(request, " ".join(error.messages), level=30)
    return back(request, number)


def _sees(actor: Actor, number: int) -> bool:
    return access.cases(actor).filter(number=number).exists()
