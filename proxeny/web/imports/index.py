"""All imports, newest first, and a place to bring in a file of each kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.intake import access, running
from proxeny.intake.models import Batch
from proxeny.intake.running import Standing
from proxeny.web.imports.kinds import label_of, places
from proxeny.web.imports.names import names_of
from proxeny.web.imports.types import ACCEPTED
from proxeny.web.policy import StaffRequest, readers_of

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A batch in the list: who brought it in, its counts, how far it is while it runs."""

    batch: Batch
    kind: str
    by: str
    counts: dict[str, int | None]
    standing: Standing


@readers_of(Area.IMPORTS)
@require_safe
def show(request: StaffRequest) -> HttpResponse:
    """Show what was imported, newest first, and where the next file goes."""
    return render(request, "imports/index.html", context(request.actor, request.GET.get("page")))


def context(actor: Actor, number: str | None = None) -> dict[str, Any]:
    """Return what the page of imports shows."""
    page = Paginator(access.batches(actor), SHOWN).get_page(number)
    return {
        "rows": _rows(list(page.object_list)),
        "page": page,
        "import_places": places(),
        "accepted": ",".join(ACCEPTED),
        "limit_mb": settings.UPLOAD_LIMIT_MB,
        "limit": settings.UPLOAD_LIMIT_MB << 20,
    }


def _rows(batches: Sequence[Batch]) -> list[Row]:
    names, standings = names_of({one.by for one in batches}), running.standings(batches)
    return [
        Row(one, label_of(one.kind), names.get(one.by, ""), _counts(one), standings.get(one.pk, Standing()))
        for one in batches
    ]


def _counts(batch: Batch) -> dict[str, int | None]:
    rows = batch.report.get("rows", {})
    return {name: rows.get(name) for name in ("good", "bad", "aside")}
