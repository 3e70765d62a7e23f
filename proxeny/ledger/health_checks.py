"""What is examined of the record: whether its heads get out, and what verifying found last."""

from datetime import timedelta

from django.utils import timezone

from proxeny.core import clock
from proxeny.core.health import Finding, error, ok, register, warning
from proxeny.core.sentences import N_
from proxeny.ledger import rounds
from proxeny.ledger.standing import standings

LONG_AGO = timedelta(hours=50)


def _heads() -> Finding:
    known, now = standings(), clock.machine_now()
    failing = [one for one in known if one.failing_since is not None]
    if not known:
        return warning(N_("no place is named to which heads of the record go"))
    if failing:
        worst = min(failing, key=lambda one: one.failing_since or now)
        since = timezone.localtime(worst.failing_since)
        say = error if worst.fails_too_long(now) else warning
        return say(
            N_("no head of the record could be laid at %(anchor)s %(to)s since %(since)s: %(reason)s"),
            anchor=worst.anchor,
            to=worst.to,
            since=f"{since:%Y-%m-%d %H:%M}",
            reason=worst.reason,
        )
    taken = sum(one.size is not None for one in known)
    return ok(N_("heads of the record lie at %(taken)s of %(places)s places"), taken=taken, places=len(known))


def _record() -> Finding:
    found = [one for one in (rounds.last(is_whole=True), rounds.last(is_whole=False)) if one is not None]
    broken = next((one for one in found if not one.holds), None)
    if broken is not None:
        return error(
            N_("the record does not hold from entry %(entry)s on: %(kind)s"),
            entry=broken.break_at,
            kind=broken.break_kind,
        )
    whole = rounds.last(is_whole=True)
    if whole is None:
        return ok(N_("the record was not verified as a whole yet; the worker does it every night"))
    at = f"{timezone.localtime(whole.at):%Y-%m-%d %H:%M}"
    if clock.machine_now() - whole.at > LONG_AGO:
        return warning(N_("the record was last verified as a whole at %(at)s: is a worker running?"), at=at)
    return ok(N_("the record was verified as a whole at %(at)s and holds"), at=at)


register("heads of the record", _heads)
register("record", _record)
