"""The routes of the workbench, and one bare page for each large table to measure against. Only the bench serves them."""

from typing import Any

from django.db.models import QuerySet
from django.urls import include, path
from django.utils.module_loading import import_string
from django.views.generic import ListView

from proxeny.accounts.models import Account
from proxeny.docket.models import Sighting

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


urlpatterns = [
    path("", include("proxeny.config.urls")),
    path("bare/accounts/", colleagues(BareAccounts.as_view())),
    path("bare/docket/", colleagues(BareSightings.as_view())),
]
