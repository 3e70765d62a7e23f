"""For how long records are kept: the rules, the customers whose time has run out, and why others have to stay."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account, Contract
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.erasing import mark
from proxeny.core.queue import task
from proxeny.core.sentences import N_, Sentence
from proxeny.erasure import access, recording, retention, telling
from proxeny.erasure.events import Kind
from proxeny.erasure.models import Order, RetentionRule
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.ledger import appending
from proxeny.promises.models import Promise

MOST_MONTHS = 600
RUNS = N_("a contract runs until %(day)s")
RENEWS = N_("a contract renews by itself")
CASES = N_("cases are open: %(count)s")
PROMISES = N_("promises are owed: %(count)s")


@dataclass(frozen=True, slots=True)
class Kept:
    """A customer whose time has run out: since when, why it has to stay all the same, the order that waits."""

    account: Account
    due: date
    not_yet: tuple[Sentence, ...]
    order: Order | None


def rules() -> dict[int | None, RetentionRule]:
    """Return the rule that holds of each customer that has one, and under None that of all others."""
    holding: dict[int | None, RetentionRule] = {}
    for rule in RetentionRule.objects.select_related("set_by", "account"):
        holding.setdefault(rule.account_id, rule)
    return holding


def months_for(account: int, holding: Mapping[int | None, RetentionRule]) -> int | None:
    """Return how many months after its last contract a customer's records are kept; None: nothing is agreed."""
    rule = holding.get(account)
    if rule is None or rule.months is None:
        rule = holding.get(None)
    return rule.months if rule else None


def set_months(months: int | None, *, account: Account | None = None, by: Actor) -> RetentionRule:
    """Say how long is kept, of one customer or of all without a rule of their own. Saying the same again changes nothing."""
    if not access.decides(by):
        raise NotFound("retention")
    if months is not None and not 0 <= months <= MOST_MONTHS:
        raise ValidationError(
            {"months": _("Say a number of months, at most %(most)s.") % {"most": MOST_MONTHS}}
        )
    with transaction.atomic():
        had = RetentionRule.objects.filter(account=account).first()
        if had is not None and had.months == months:
            return had
        rule = RetentionRule.objects.create(
            account=account, months=months, set_by_id=recording.colleague(by), set_at=clock.now()
        )
        of = account.reference if account else ""
        appending.append(Kind.KEPT_FOR, about=[rule.record], by=by, months=months, customer=of)
    return rule


def not_yet(account: Account, today: date) -> tuple[Sentence, ...]:
    """Return why a customer cannot go yet: contracts that run, cases that are open, promises that are owed."""
    return _why_not([account.pk], today)[account.pk]


def run_out(actor: Actor, today: date) -> list[Kept]:
    """Return the customers of the actor whose time has run out, the longest first; those that are erased are left out."""
    there = {
        one.pk: one
        for one in accounts(actor, Area.ERASURE, write=True)
        .exclude(name=mark())
        .select_related("spokesperson")
    }
    ends, holding = _ends(), rules()
    due = {
        number: day
        for number, one in there.items()
        if (day := retention.due_on(ends[number], one.left_on, months_for(number, holding)))
        and retention.has_run_out(day, today)
    }
    reasons = _why_not(list(due), today)
    waiting = {
        one.account_id: one
        for one in access.orders(actor).filter(contact=None, withdrawn_at=None, refused_at=None)
    }
    found = [Kept(there[one], day, reasons[one], waiting.get(one)) for one, day in due.items()]
    return sorted(found, key=lambda one: (one.due, one.account.search_key))


@task(dedupe="retention-reminder")
def remind() -> int:
    """Tell who answers for all customers that the time has run out; erases nothing, and never does. Return of how many."""
    found = [
        one
        for one in run_out(Actor.system("retention"), clock.today())
        if not one.not_yet and one.order is None
    ]
    if found:
        telling.run_out(len(found), max(one.due for one in found).isoformat())
    return len(found)


def _ends() -> defaultdict[int, list[date]]:
    ends: defaultdict[int, list[date]] = defaultdict(list)
    for account, day in Contract.objects.values_list("account_id", "ends_on"):
        ends[account].append(day)
    return ends


def _why_not(numbers: list[int], today: date) -> defaultdict[int, tuple[Sentence, ...]]:
    reasons: defaultdict[int, tuple[Sentence, ...]] = defaultdict(tuple)
    for contract in (
        Contract.objects.filter(account__in=numbers).select_related("account").order_by("ends_on")
    ):
        if contract.renews_by_itself and contract.account.left_on is None:
            reasons[contract.account_id] += (Sentence(RENEWS),)
        elif contract.ends_on >= today:
            reasons[contract.account_id] += (
                Sentence(RUNS, {"day": {"type": "date", "date": contract.ends_on.isoformat()}}),
            )
    opened = Case.objects.filter(account__in=numbers, closed_at=None, merged_into=None)
    owed = Promise.objects.filter(account__in=numbers, kept_on=None, withdrawn_at=None)
    for pattern, rows in ((CASES, opened), (PROMISES, owed)):
        counts: defaultdict[int, int] = defaultdict(int)
        for account in rows.values_list("account_id", flat=True):
            counts[account] += 1
        for account, count in counts.items():
            reasons[account] += (Sentence(pattern, {"count": count}),)
    return reasons
