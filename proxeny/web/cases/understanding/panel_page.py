"""Forms of the panels: opened in their place where htmx asked for them, else on a page of their own."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from proxeny.web.cases.reader import Reader
from proxeny.web.policy import StaffRequest


def opened(
    request: StaffRequest, reader: Reader, template: str, *, title: object, status: int = 200, **more: Any
) -> HttpResponse:
    """Show a form: `template` in its place, or within a page that is called `title`."""
    in_place = bool(request.htmx)  # type: ignore[attr-defined]
    context = {"case": reader.case, "reader": reader, "address": request.get_full_path(), **more}
    context["in_place"] = in_place
    if in_place:
        return render(request, template, context, status=status)
    page = {**context, "part": template, "part_title": title}
    return render(request, "cases/understanding/part_page.html", page, status=status)


def back(reader: Reader, panel: str) -> HttpResponse:
    """Lead back to a panel of the case."""
    return redirect(back_address(reader.case.number, panel))


def back_address(number: int, panel: str) -> str:
    """Return where a panel of the case stands."""
    return f"{reverse('case', args=[number])}#panel-{panel}"
