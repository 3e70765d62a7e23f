"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.judgement.models import (
    Forecast,
    Health,
    Judgement,
    PastRenewal,
    Question,
    Sweep,
    Swing,
    Weights,
)
from proxeny.ledger.rows.declaring import not_evidence, on_record

on_record(Judgement, N_("Judgement"), belongs=("account", "account_id"))
on_record(Question, N_("Question about the future"), belongs=("account", "account_id"))
on_record(Forecast, N_("Forecast"))
on_record(Weights, N_("Weights of witnesses"))
not_evidence("what the machine noticed, and notices anew each morning", Sweep, Swing)
not_evidence("what the witnesses amount to, reckoned from their rows and weights", Health)
not_evidence("what is learned from, found anew in contracts and signals", PastRenewal)
