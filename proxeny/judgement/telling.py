"""Telling colleagues of judgements: somebody else's on a customer of theirs, and their own that lapse."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from proxeny.accounts.telling import has_own, who_sees
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.queue import task
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.roles import Area, may
from proxeny.judgement.models import Judgement
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell

JUDGED, LAPSES = "judgement.by-others", "judgement.lapses"
SOON, LATE = timedelta(days=7), timedelta(days=7)


def _judges(actor: Actor) -> bool:
    return may(actor, Area.HEALTH, write=True)


kinds.register(
    NoticeKind(
        JUDGED,
        N_("Judgements of others on your customers"),
        N_("A colleague judged a customer you speak for, or took that judgement back."),
        who_sees(Area.HEALTH),
        concerns=has_own(Area.HEALTH),
    ),
    NoticeKind(
        LAPSES,
        N_("Your judgements that lapse"),
        N_(
            "A judgement of yours lapses within a week, or has lapsed: then nobody’s word stands on the customer."
        ),
        who_sees(Area.HEALTH),
        concerns=_judges,
    ),
)
BANDS = {"green": N_("fine"), "yellow": N_("doubtful"), "red": N_("in trouble")}
SPEAKS = Sentence(N_("because you speak for this customer"))
GAVE_IT = Sentence(N_("because the judgement is yours"))


def judged(judgement: Judgement, *, by: Actor) -> None:
    """Tell who speaks for the customer that somebody else has judged it."""
    account = judgement.account
    values = {"who": by.name, "account": account.name, "band": {"pattern": BANDS[judgement.band]}}
    tell(
        [account.spokesperson],
        kind=JUDGED,
        about=account.record,
        text=Sentence(N_("%(who)s judged %(account)s: %(band)s."), values),
        reason=SPEAKS,
        key=str(judgement.record),
        by=by,
    )


def withdrawn(judgement: Judgement, *, by: Actor) -> None:
    """Tell those who had read of a judgement that it was taken back; from the others, the news is taken away."""
    account = judgement.account
    unread = take_back(str(judgement.record))
    if account.spokesperson and account.spokesperson.pk not in unread:
        values = {"who": by.name, "account": account.name}
        tell(
            [account.spokesperson],
            kind=JUDGED,
            about=account.record,
            text=Sentence(N_("%(who)s took back the judgement of %(account)s."), values),
            reason=SPEAKS,
            key=f"{judgement.record}/withdrawn",
            by=by,
        )


@task(priority=-10)
def tell_of_lapsing() -> int:
    """Tell people of their judgements that lapse within a week or have lapsed in the last; return how many were new.

    Each is told of once before and once after, also when nights were missed.
    """
    today, told = clock.today(), 0
    for judgement, key, text in _lapsing(today):
        told += len(
            tell(
                [judgement.by],
                kind=LAPSES,
                about=judgement.account.record,
                text=text,
                reason=GAVE_IT,
                key=f"{judgement.record}/{key}",
            )
        )
    return told


def _lapsing(today: date) -> Iterator[tuple[Judgement, str, Sentence]]:
    later = Judgement.objects.filter(account=OuterRef("account"), withdrawn_at=None, at__gt=OuterRef("at"))
    near = Judgement.objects.filter(withdrawn_at=None, expires_on__range=(today - LATE, today + SOON))
    for one in near.exclude(Exists(later)).select_related("account", "by"):
        values = {
            "account": one.account.name,
            "day": {"type": "date", "date": one.expires_on.isoformat()},
        }
        if one.expires_on <= today:
            yield one, "lapsed", Sentence(N_("Your judgement of %(account)s lapsed on %(day)s."), values)
        elif one.expires_on - clock.day_of(one.at) > SOON:  # one meant for a few days only needs no reminder
            yield one, "lapses", Sentence(N_("Your judgement of %(account)s lapses on %(day)s."), values)
