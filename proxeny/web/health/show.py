"""The witnesses on one customer, with everything that makes up the score, beside what people judged."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from proxeny.accounts.access import account_for
from proxeny.accounts.models import Account
from proxeny.core import clock, words
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.judgement import standing
from proxeny.judgement.health import keeping, weights
from proxeny.judgement.health.bands import DOUBTFUL_FROM, FINE_FROM
from proxeny.judgement.models import Judgement
from proxeny.web.accounts.seeing import sight
from proxeny.web.charts.standing import Span, Stood, Word
from proxeny.web.charts.standing import standing as drawn
from proxeny.web.health import lines, moves
from proxeny.web.policy import StaffRequest, readers_of

LOOKED_BACK = timedelta(days=365)


@readers_of(Area.HEALTH)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show why the score is what it is, why not more, and what moved it since last month."""
    account, today = account_for(request.actor, number), clock.today()
    if not sight(request.actor, account).health:
        raise NotFound(str(account.record))
    health = keeping.of(account, today)
    rows = weights.standing()
    context = {
        "account": account,
        "health": health,
        "judgement": standing.judgement_of(account, today),
        "lines": lines.lines(health, request.actor) if health else [],
        "moves": moves.since_last_month(account, today) if health else [],
        "picture": _picture(account),
        "weighed": rows.get(account.level) or rows.get(weights.EVERYBODY),
    }
    return render(request, "health/show.html", context)


def _picture(account: Account) -> SafeString | None:
    """The last year, or what there is of it; nothing where there is a single day."""
    today = clock.today()
    kept = list(account.healths.filter(on__gte=today - LOOKED_BACK, on__lte=today).order_by("on"))
    if not kept or kept[0].on == today:
        return None
    language = words.here()
    span = Span(
        kept[0].on,
        today,
        words.day(kept[0].on, language, today=today, weekday=False),
        words.day(today, language, today=today, weekday=False),
    )
    stood = [Stood(one.on, one.score, one.low, one.high) for one in kept]
    judged = [_word(one) for one in account.judgements.select_related("by").order_by("at", "pk")]
    title = _("Health of %(name)s over time, and what people judged") % {"name": account.name}
    return drawn(span, stood, judged, title, (DOUBTFUL_FROM, FINE_FROM))


def _word(one: Judgement) -> Word:
    until = one.expires_on if one.withdrawn_at is None else clock.day_of(one.withdrawn_at)
    band = one.get_band_display()
    return Word(clock.day_of(one.at), until, band, f"{band} · {one.by.name} · {one.reason}")
