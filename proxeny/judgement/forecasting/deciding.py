"""Deciding: open questions are answered by facts, once, whatever anybody said."""

from collections import defaultdict
from datetime import date

from django.db import transaction

from proxeny.accounts.models import Contract
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.judgement.events import Kind
from proxeny.judgement.forecasting import renewals
from proxeny.judgement.models import Question
from proxeny.ledger import appending


def decide(on: date, *, by: Actor) -> int:
    """Decide every open question that facts answer on the morning of `on`; return how many. Again, it changes nothing."""
    waiting = Question.objects.filter(outcome=None, kind=Question.Kind.RENEWS).select_related(
        "contract__account"
    )
    others: dict[int, list[Contract]] = defaultdict(list)
    for contract in Contract.objects.filter(account__in=waiting.values("account")):
        others[contract.account_id].append(contract)
    count = 0
    for question in waiting:
        assert question.contract is not None
        if found := renewals.decided(question.contract, others[question.account_id], on):
            count += _decide(question, found, by)
    return count


def _decide(question: Question, found: renewals.Decided, by: Actor) -> int:
    with transaction.atomic():
        now = clock.now()
        decided = Question.objects.filter(pk=question.pk, outcome=None).update(
            outcome=found.renewed, decided_at=now, decided_from=found.text.as_json()
        )
        if decided:
            appending.append(
                Kind.DECIDED,
                about=[question.account.record, question.record],
                by=by,
                question=question.kind,
                outcome=found.renewed,
                said=found.text.as_json(),
            )
        return decided
