"""Acts on many rows: looked at, done row by row, told row by row, and taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.identity.access import NotFound
from proxeny.web import toasts
from proxeny.web.lists import paging
from proxeny.web.lists.acts import BulkAct, Outcome, Prospect
from proxeny.web.lists.finding import find
from proxeny.web.lists.listing import Listing
from proxeny.web.lists.reader import Reader
from proxeny.web.policy import StaffRequest

MOST = 1_000
AT_ONCE = 100
KEPT = "lists-undo"
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Told:
    """A row beside what an act would do to it, or what became of it."""

    row: Any
    what: Prospect | Outcome


def look(listing: Listing, request: StaffRequest, key: str) -> HttpResponse:
    """Show what the act would do to each chosen row; without a valid wish yet, ask what is wanted."""
    act, reader = _act(listing, request, key), Reader.of(request)
    keys, too_many = _chosen(listing, reader, request.POST)
    rows = paging.loaded(listing, keys, reader)
    form = act.form(reader.actor, request.POST if "wanted" in request.POST else None)
    return _page(listing, request, act, form, rows, too_many)


def do(listing: Listing, request: StaffRequest, key: str) -> HttpResponse:
    """Do it to each row: what cannot be done says why, and the others are done all the same."""
    act, reader = _act(listing, request, key), Reader.of(request)
    keys, too_many = _chosen(listing, reader, request.POST)
    rows = paging.loaded(listing, keys, reader)
    form = act.form(reader.actor, request.POST)
    if too_many or not rows or not form.is_valid():
        return _page(listing, request, act, form, rows, too_many)
    told = _each(rows, lambda row: act.do(reader.actor, row, form.cleaned_data))
    done = [one for one in told if isinstance(one.what, Outcome) and one.what.is_done]
    memories = [(one.row.pk, one.what.memory) for one in done if one.what.memory is not None]  # type: ignore[union-attr]
    request.session[KEPT] = {"listing": listing.key, "act": act.key, "rows": memories}
    said = ngettext("%(count)s row is changed.", "%(count)s rows are changed.", len(done)) % {
        "count": len(done)
    }
    toasts.say(request, said, undo=reverse(f"{listing.route}-act-undo") if memories else "")
    context = {
        "listing": listing, "act": act, "told": sorted(told, key=lambda one: one in done)[:SHOWN],
        "done": len(done), "not_done": len(told) - len(done), "unseen": max(0, len(told) - SHOWN),
        "back": _back(listing, request),
    }  # fmt: skip
    return render(request, "lists/act_done.html", context)


def undo(listing: Listing, request: StaffRequest) -> HttpResponse:
    """Take back what was done last in this list; rows that somebody has changed since stay as they are."""
    kept = request.session.pop(KEPT, None)
    if not kept or kept["listing"] != listing.key:
        toasts.say(request, _("There is nothing left to take back."), level=30)
        return redirect(listing.route)
    act, reader = _act(listing, request, kept["act"]), Reader.of(request)
    memories = dict(kept["rows"])
    rows = paging.loaded(listing, list(memories), reader)
    told = _each(rows, lambda row: act.undo(reader.actor, row, memories[row.pk]))
    back = sum(isinstance(one.what, Outcome) and one.what.is_done for one in told)
    said = ngettext("%(count)s row is as before.", "%(count)s rows are as before.", back) % {"count": back}
    if left := len(memories) - back:
        more = ngettext(
            "%(count)s was changed since and stays as it is.",
            "%(count)s were changed since and stay as they are.",
            left,
        )
        said = f"{said} {more % {'count': left}}"
    toasts.say(request, said)
    return redirect(listing.route)


def _page(
    listing: Listing, request: StaffRequest, act: BulkAct, form: Form, rows: list[Any], too_many: int
) -> HttpResponse:
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else None
    prospects = (
        act.preview(request.actor, rows, wanted) if wanted is not None else [Prospect() for _row in rows]
    )
    told = [Told(row, what) for row, what in zip(rows, prospects, strict=True)]
    context = {
        "listing": listing, "act": act, "form": form, "too_many": too_many, "most": MOST,
        "told": sorted(told, key=lambda one: not one.what.why_not)[:SHOWN],  # type: ignore[union-attr]
        "count": len(rows), "unseen": max(0, len(rows) - SHOWN), "is_looked_at": wanted is not None,
        "doable": sum(not one.why_not for one in prospects),
        "keys": ",".join(str(row.pk) for row in rows), "back": _back(listing, request),
        "query": request.POST.get("query", ""),
    }  # fmt: skip
    status = 422 if form.is_bound and wanted is None else 200
    return render(request, "lists/act.html", context, status=status)


def _each(rows: list[Any], act: Callable[[Any], Outcome]) -> list[Told]:
    """Act on each row. A hundred share a transaction, each with a way back of its own: one that fails harms no other."""
    told: list[Told] = []
    for start in range(0, len(rows), AT_ONCE):
        with transaction.atomic():
            told += [Told(row, _one(row, act)) for row in rows[start : start + AT_ONCE]]
    return told


def _one(row: Any, act: Callable[[Any], Outcome]) -> Outcome:
    try:
        with transaction.atomic():
            return act(row)
    except ValidationError as error:
        return Outcome(" ".join(error.messages), is_done=False)
    except NotFound:
        return Outcome(_("This is not yours to change."), is_done=False)


def _act(listing: Listing, request: StaffRequest, key: str) -> BulkAct:
    for act in listing.acts_for(request.actor):
        if act.key == key:
            return act
    raise NotFound(f"act:{key}")


def _chosen(listing: Listing, reader: Reader, sent: QueryDict) -> tuple[list[int], int]:
    """The keys of the rows an act is for; none, with their number, when they are more than an act takes."""
    if sent.get("all") == "1":
        keys = find(listing, reader, QueryDict(sent.get("query", ""))).keys()
    else:
        texts = [text for part in sent.getlist("rows") for text in part.split(",")]
        keys = [
            int(text) for text in dict.fromkeys(texts) if text.isascii() and text.isdigit() and len(text) < 16
        ]
    return ([], len(keys)) if len(keys) > MOST else (keys, 0)


def _back(listing: Listing, request: StaffRequest) -> str:
    query = QueryDict(request.POST.get("query", "")).urlencode()
    return f"{reverse(listing.route)}?{query}" if query else reverse(listing.route)
