"""The list of articles: its columns, filters and orders."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.knowledge import access
from proxeny.knowledge.models import Article
from proxeny.web.lists.filters import Choice, Rows, Search, Values, fixed, one_of
from proxeny.web.lists.listing import Column, Export, Listing, by
from proxeny.web.lists.reader import Reader

STATES = {
    Article.State.PUBLISHED: access.PUBLISHED,
    Article.State.DRAFT: Q(published_at=None, retired_at=None),
    Article.State.RETIRED: Q(retired_at__isnull=False),
}


def _typed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        rows = rows.filter(Q(title__icontains=word) | Q(body__icontains=word) | Q(product__icontains=word))
    return rows


def _in_state(rows: Rows, values: Values, _reader: Reader) -> Rows:
    wanted = Q(pk=None)
    for value in values:
        wanted |= STATES[Article.State(value)]
    return rows.filter(wanted)


def _writes(actor: Actor) -> bool:
    """Only who may write sees more than what is published."""
    return access.may_write(actor)


def _counted(count: int) -> str:
    return ngettext("%(count)s article", "%(count)s articles", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "title",
        _("Title"),
        cell="knowledge/cells/title.html",
        exports=(Export("number", lambda row: row.pk), Export("title", lambda row: row.title)),
        sort=by("title"),
        is_fixed=True,
    ),
    Column(
        "kind",
        _("Kind"),
        text=lambda row: row.get_kind_display(),
        exports=(Export("kind", lambda row: row.kind),),
        sort=by("kind", "title"),
        style="is-second",
    ),
    Column(
        "state",
        _("State"),
        cell="knowledge/cells/state.html",
        exports=(Export("state", lambda row: row.state), Export("version", lambda row: row.version)),
        style="nowrap",
    ),
    Column(
        "product",
        _("Product"),
        text=lambda row: row.product or "—",
        exports=(Export("product", lambda row: row.product),),
        sort=by("product", "title"),
        style="is-second",
    ),
    Column(
        "language",
        _("Language"),
        text=lambda row: row.get_language_display(),
        exports=(Export("language", lambda row: row.language),),
        style="is-third",
    ),
    Column(
        "by",
        _("Written by"),
        text=lambda row: row.written_by.name,
        exports=(Export("written_by", lambda row: row.written_by.name),),
        is_shown=False,
        style="is-third",
    ),
    Column(
        "changed",
        _("Changed"),
        cell="knowledge/cells/changed.html",
        exports=(Export("changed_at", lambda row: row.changed_at.isoformat()),),
        sort=by("-changed_at"),
        style="is-third nowrap",
    ),
)

ARTICLES = Listing(
    key="articles",
    route="articles",
    area=Area.DOSSIER,
    title=_("Knowledge"),
    rows=lambda reader: access.articles(reader.actor),
    dress=lambda found, _reader: found,
    columns=COLUMNS,
    filters=(
        Search(key="q", label=_("Find an article"), placeholder=_("words, product"), apply=_typed),
        Choice(
            key="kind",
            label=_("Kind"),
            choices=fixed(Article.Kind.choices),
            apply=one_of("kind"),
            field="kind",
        ),
        Choice(
            key="state",
            label=_("State"),
            choices=fixed(Article.State.choices),
            apply=_in_state,
            known=_writes,
        ),
        Choice(
            key="language",
            label=_("Language"),
            choices=fixed(Article.Language.choices),
            apply=one_of("language"),
            field="language",
        ),
    ),
    sort="changed",
    counted=_counted,
    loads=("written_by",),
    nothing_yet="knowledge/_nothing_yet.html",
    style="is-worded",
    row_style=lambda row: "faint" if row.state == Article.State.RETIRED else "",
)
