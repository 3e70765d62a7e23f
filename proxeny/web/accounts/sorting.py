"""The orders of the list of customers; what the reader may not know puts nobody before another."""

from collections.abc import Mapping
from datetime import timedelta

from django.db.models import Case, F, IntegerField, OuterRef, Subquery, Value, When

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.judgement.models import Health, Judgement
from proxeny.web.accounts import seeing, worth
from proxeny.web.lists.filters import Rows
from proxeny.web.lists.reader import Reader

GRAVEST_FIRST: Mapping[str, int] = {Judgement.Band.RED: 0, Judgement.Band.YELLOW: 1, Judgement.Band.GREEN: 2}


def by_money(rows: Rows, reader: Reader) -> Rows:
    """The largest amount a year first."""
    return worth.by_worth(rows, reader.actor, reader.on)


def by_judgement(rows: Rows, reader: Reader) -> Rows:
    """Those in trouble first; what the reader may not know counts as not judged."""
    banded: Rows = rows.annotate(band_order=visible_band(reader))
    rank = _ranked("band_order", GRAVEST_FIRST)
    return banded.order_by(rank.asc(nulls_last=True), "search_key", "pk")


def by_health(rows: Rows, reader: Reader) -> Rows:
    """The lowest score first; who sees only bands has them in the order of bands, and what may not be known is none."""
    newest = Health.objects.filter(account=OuterRef("pk"), on__lte=reader.on).order_by("-on")
    scored: Rows = rows.annotate(
        health_score=Case(When(seeing.health_open(reader.actor), then=Subquery(newest.values("score")[:1]))),
        health_band=Case(When(seeing.band_open(reader.actor), then=Subquery(newest.values("band")[:1]))),
    )
    rank = _ranked("health_band", GRAVEST_FIRST)
    return scored.order_by(
        rank.asc(nulls_last=True), F("health_score").asc(nulls_last=True), "search_key", "pk"
    )


def by_level(rows: Rows, _reader: Reader) -> Rows:
    """The weightiest first."""
    rank = _ranked("level", {level: place for place, level in enumerate(Account.Level.values)})
    return rows.order_by(rank.asc(), "search_key", "pk")


def visible_band(reader: Reader) -> Case:
    """Return the band of the judgement that stands on the reader's day, where they may know it.

    It is the rule of `judgement.standing`, as a part of a query.
    """
    newest = Judgement.objects.filter(
        account=OuterRef("pk"),
        withdrawn_at=None,
        expires_on__gt=reader.on,
        at__lt=clock.start_of(reader.on + timedelta(days=1)),
    ).order_by("-at", "-pk")
    return Case(When(seeing.band_open(reader.actor), then=Subquery(newest.values("band")[:1])))


def _ranked(name: str, ranks: Mapping[str, int]) -> Case:
    whens = [When(**{name: value}, then=Value(place)) for value, place in ranks.items()]
    return Case(*whens, default=None, output_field=IntegerField())
