"""The list of imports: its columns, filters and orders."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from proxeny.identity.roles import Area
from proxeny.intake import access, running
from proxeny.intake.models import Batch
from proxeny.intake.running import Standing
from proxeny.web.imports.kinds import label_of
from proxeny.web.imports.names import names_of
from proxeny.web.lists.filters import (
    Choice,
    Days,
    Offered,
    Rows,
    Search,
    Values,
    fixed,
    one_of,
    within,
)
from proxeny.web.lists.listing import Column, Export, Listing, by, by_nullable
from proxeny.web.lists.reader import Reader


@dataclass(frozen=True, slots=True)
class Row:
    """A batch in the list: who brought it in, its counts, how far it is while it runs."""

    batch: Batch
    kind: str
    by: str
    counts: dict[str, int | None]
    standing: Standing


def dress(batches: Sequence[Batch], _reader: Reader) -> list[Row]:
    """Return what the list shows of each batch."""
    names, standings = names_of({one.by for one in batches}), running.standings(batches)
    return [
        Row(one, label_of(one.kind), names.get(one.by, ""), _counts(one), standings.get(one.pk, Standing()))
        for one in batches
    ]


def _counts(batch: Batch) -> dict[str, int | None]:
    rows = batch.report.get("rows", {})
    return {name: rows.get(name) for name in ("good", "bad", "aside")}


def _count(name: str) -> Callable[[Row], object]:
    return lambda row: row.counts[name]


def _named(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        rows = rows.filter(file_name__icontains=word)
    return rows


def _importers(rows: Rows, _reader: Reader) -> Offered:
    """Those who brought something in, by name."""
    names = names_of(rows.order_by().values_list("by", flat=True).distinct())
    return sorted(names.items(), key=lambda one: one[1])


def _kinds(_rows: Rows, _reader: Reader) -> Offered:
    return [(kind.value, label_of(kind)) for kind in Batch.Kind]


def _style(row: Row) -> str:
    return "is-gone" if row.batch.state in (Batch.State.UNDONE, Batch.State.CANCELLED) else ""


def _counted(count: int) -> str:
    return ngettext("%(count)s import", "%(count)s imports", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "file",
        _("File"),
        cell="imports/cells/file.html",
        exports=(
            Export("import", lambda row: row.batch.pk),
            Export("file", lambda row: row.batch.file_name),
        ),
        sort=by("file_name"),
        is_fixed=True,
        style="imports-file",
    ),
    Column(
        "kind",
        _("Kind"),
        text=lambda row: row.kind,
        exports=(Export("kind", lambda row: row.batch.kind),),
        sort=by("kind"),
        style="is-second",
    ),
    Column(
        "state",
        _("State"),
        cell="imports/cells/state.html",
        exports=(Export("state", lambda row: row.batch.state),),
        sort=by("state"),
        style="nowrap",
    ),
    Column(
        "taken",
        _("Taken"),
        cell="imports/cells/good.html",
        exports=(Export("taken", _count("good")),),
        is_figure=True,
    ),
    Column(
        "refused",
        _("Refused"),
        cell="imports/cells/bad.html",
        exports=(Export("refused", _count("bad")),),
        is_figure=True,
    ),
    Column(
        "aside",
        _("Set aside"),
        cell="imports/cells/aside.html",
        exports=(Export("set_aside", _count("aside")),),
        is_figure=True,
        style="is-second",
    ),
    Column(
        "by", _("By"), text=lambda row: row.by, exports=(Export("by", lambda row: row.by),), style="is-second"
    ),
    Column(
        "when",
        _("When"),
        cell="imports/cells/when.html",
        exports=(Export("started_at", lambda row: row.batch.started_at.isoformat()),),
        sort=by("-pk"),
        style="is-third nowrap",
    ),
    Column(
        "ended",
        _("Ended"),
        cell="imports/cells/ended.html",
        exports=(
            Export("finished_at", lambda row: row.batch.finished_at and row.batch.finished_at.isoformat()),
        ),
        sort=by_nullable("finished_at"),
        is_shown=False,
        style="is-third nowrap",
    ),
)

IMPORTS = Listing(
    key="imports",
    route="imports",
    area=Area.IMPORTS,
    title=_("Imports"),
    rows=lambda reader: access.batches(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(key="q", label=_("Find a file"), placeholder=_("name of the file"), apply=_named),
        Choice(key="kind", label=_("Kind"), choices=_kinds, apply=one_of("kind"), field="kind"),
        Choice(
            key="state",
            label=_("State"),
            choices=fixed(Batch.State.choices),
            apply=one_of("state"),
            field="state",
        ),
        Choice(key="by", label=_("By"), choices=_importers, apply=one_of("by"), field="by"),
        Days(key="when", label=_("When"), apply=within("started_at")),
    ),
    sort="when",
    counted=_counted,
    number=lambda row: row.batch.pk,
    nothing_yet="imports/_empty.html",
    row_style=_style,
    style="imports-table",
)
