"""The routes of the workbench, and one bare page for each large table to measure against. Only the bench serves them."""

from functools import partial
from importlib import import_module
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet
from django.urls import include, path
from django.utils.module_loading import import_string
from django.views.generic import ListView, TemplateView

from proxeny.accounts import access, finding
from proxeny.accounts.models import Account
from proxeny.docket.models import Sighting
from proxeny.identity.roles import Area

# The command line knows neither the web nor the configuration; as settings do, it names them.
handler404 = "proxeny.web.errors.not_found"
handler500 = "proxeny.web.errors.server_error"
colleagues = import_string("proxeny.web.policy.colleagues")
ROWS = 50


class Bare(ListView[Any]):
    """Fifty rows of a table with what they point to, in a template of their own: what the framework itself costs."""

    rows: QuerySet[Any]
    template_name = "bare.html"

    def get_queryset(self) -> QuerySet[Any]:
        """Return the first rows, uncounted."""
        return self.rows.all()[:ROWS]


class BareAccounts(Bare):
    """Customers with their spokespersons and sales."""

    rows = Account.objects.select_related("spokesperson", "sales").order_by("name", "pk")


class BareSightings(Bare):
    """Items of the docket with their matters and customers."""

    rows = Sighting.objects.select_related("matter__account").order_by("pk")


listing = import_module("proxeny.web.lists.listing")
filters = import_module("proxeny.web.lists.filters")
PLAIN = listing.Listing(
    key="plain",
    route="plain",
    area=Area.DOSSIER,
    title="Plain",
    rows=lambda reader: access.accounts(reader.actor),
    dress=lambda found, _reader: found,
    columns=tuple(
        listing.Column(name, name, text=attrgetter(name), sort=listing.by(name), is_fixed=name == "reference")
        for name in ("reference", "name", "level", "industry", "region", "currency", "added_at", "changed_at")
    ),
    filters=(
        filters.Search(
            key="q", label="Find", apply=lambda rows, values, _reader: finding.matching(rows, values[0])
        ),
        filters.Choice(
            key="level",
            label="Level",
            choices=filters.fixed(Account.Level.choices),
            apply=filters.one_of("level"),
            field="level",
        ),
        filters.Choice(
            key="speaker",
            label="Speaker",
            choices=filters.people("spokesperson", "nobody"),
            apply=filters.one_of("spokesperson"),
            field="spokesperson",
        ),
    ),
    sort="reference",
    counted=str,
)


plain = colleagues(partial(import_string("proxeny.web.lists.page.respond"), PLAIN))
frame = colleagues(TemplateView.as_view(template_name="frame.html"))

urlpatterns = [
    path("", include("proxeny.config.urls")),
    path("bare/frame/", frame),
    path(
        "bare/list/",
        include([path("", plain, name="plain"), *import_string("proxeny.web.lists.routes.of")(PLAIN)]),
    ),
    path("bare/accounts/", colleagues(BareAccounts.as_view())),
    path("bare/docket/", colleagues(BareSightings.as_view())),
]
