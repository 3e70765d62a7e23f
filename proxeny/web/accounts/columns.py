"""What the list of customers shows of each, and what of it goes into an exported file."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from proxeny.core import clock
from proxeny.web.accounts import cells, sorting
from proxeny.web.accounts.filters import knows_bands, knows_swings
from proxeny.web.accounts.rows import Row
from proxeny.web.lists.listing import Column, Export, Sort, by, by_nullable
from proxeny.web.templatetags.words import day_text


def _yearly(row: Row, part: str) -> object:
    if row.yearly is None:
        return None
    amount = row.yearly.amount
    parts = {"amount": amount.amount, "currency": amount.currency}
    return parts.get(part, "contracts" if row.yearly.is_contracted else "consumption")


def _judged(part: str) -> Callable[[Row], object]:
    """The band, and for those who see the reasons by whom and when."""

    def value(row: Row) -> object:
        judged = row.judgement
        if judged is None or not (part == "band" or row.sight.health):
            return None
        parts = {"band": judged.band, "by": judged.by.name, "on": clock.day_of(judged.at)}
        return parts[part]

    return value


def _swing(part: str) -> Callable[[Row], object]:
    def value(row: Row) -> object:
        if row.swing is None:
            return None
        per_month = row.swing.per_month
        parts = {
            "meter": row.swing.meter,
            "since": row.swing.since,
            "change": f"{row.swing.change:.4f}",
            "per_month": per_month.amount if per_month else None,
        }
        return parts[part]

    return value


def _person(field: str) -> Callable[[Row], str]:
    return lambda row: str(getattr(row.account, field) or "")


COLUMNS = (
    Column(
        "name",
        _("Name"),
        text=cells.name,
        exports=(
            Export("account", lambda row: row.account.reference),
            Export("name", lambda row: row.account.name),
        ),
        sort=by("search_key"),
        is_fixed=True,
    ),
    Column(
        "level",
        _("Level"),
        text=cells.level,
        exports=(Export("level", lambda row: row.account.level),),
        sort=Sort(sorting.by_level),
        style="is-second",
    ),
    Column(
        "spokesperson",
        _("Spokesperson"),
        text=cells.spokesperson,
        exports=(Export("spokesperson", _person("spokesperson")),),
        sort=by_nullable("spokesperson__name", "search_key"),
        style="is-second",
    ),
    Column(
        "sales",
        _("Sales"),
        text=lambda row: str(row.account.sales or "—"),
        exports=(Export("sales", _person("sales")),),
        sort=by_nullable("sales__name", "search_key"),
        is_shown=False,
        style="is-second",
    ),
    Column(
        "money",
        _("Money a year"),
        text=cells.yearly,
        exports=(
            Export("amount_a_year", lambda row: _yearly(row, "amount")),
            Export("currency", lambda row: _yearly(row, "currency")),
            Export("amount_from", lambda row: _yearly(row, "from")),
        ),
        sort=Sort(sorting.by_money, falls=True),
        is_figure=True,
    ),
    Column(
        "health",
        _("Health"),
        text=cells.health,
        exports=(
            Export("health_band", lambda row: row.health.band if row.health else None),
            Export("health", lambda row: row.health.score if row.health and row.sight.health else None),
        ),
        sort=Sort(sorting.by_health, falls=True),
        known=knows_bands,
    ),
    Column(
        "judgement",
        _("Judgement"),
        text=cells.judgement,
        exports=(
            Export("judgement", _judged("band")),
            Export("judged_by", _judged("by")),
            Export("judged_on", _judged("on")),
        ),
        sort=Sort(sorting.by_judgement, falls=True),
        known=knows_bands,
    ),
    Column("curve", _("90 days"), text=lambda row: row.curve, style="is-third"),
    Column(
        "swing",
        _("Swing"),
        text=cells.swing,
        exports=(
            Export("swing_meter", _swing("meter")),
            Export("swing_since", _swing("since")),
            Export("swing_change", _swing("change")),
            Export("swing_amount_a_month", _swing("per_month")),
        ),
        known=knows_swings,
    ),
    Column(
        "number",
        _("Number"),
        text=lambda row: row.account.reference,
        exports=(Export("account", lambda row: row.account.reference),),
        sort=by("reference"),
        is_shown=False,
        style="is-second",
    ),
    Column(
        "industry",
        _("Industry"),
        text=lambda row: row.account.industry or "—",
        exports=(Export("industry", lambda row: row.account.industry),),
        sort=by("industry", "search_key"),
        is_shown=False,
        style="is-second",
    ),
    Column(
        "region",
        _("Region"),
        text=lambda row: row.account.region or "—",
        exports=(Export("region", lambda row: row.account.region),),
        sort=by("region", "search_key"),
        is_shown=False,
        style="is-second",
    ),
    Column(
        "since",
        _("Customer since"),
        text=lambda row: day_text(row.account.customer_since),
        exports=(Export("customer_since", lambda row: row.account.customer_since),),
        sort=by_nullable("customer_since", "search_key"),
        is_shown=False,
        style="is-second",
    ),
)
