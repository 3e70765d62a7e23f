"""What judgements may hold of a customer's people."""

from proxeny.core.erasing import CODE, OURS, PRODUCT, SUM, Held
from proxeny.core.sentences import N_
from proxeny.judgement.models import Judgement, Sweep, Swing
from proxeny.judgement.models.forecast import Forecast, PastRenewal, Question
from proxeny.judgement.models.health import Health
from proxeny.judgement.models.weights import Weights

FIGURES = "figures of consumption"
JUDGEMENTS = N_("judgements")

HELD = (
    Held(
        Judgement, kind=JUDGEMENTS, texts=("reason",), lists=("evidence",), with_customer={"evidence": []},
        account="account", reference="judgement",
    ),
    Held(
        Health, kind=N_("witnesses of health"), lists=("parts",), with_customer={"parts": []}, account="account",
    ),
    Held(
        Question, kind=JUDGEMENTS, lists=("decided_from",), with_customer={"decided_from": None}, account="account",
    ),
    Held(Forecast, account="question__account", never={"parts": "figures by the names of signals"}),
    Held(PastRenewal, account="contract__account", never={"said": "figures by the names of signals"}),
    Held(Weights, kind=JUDGEMENTS, texts=("reason",), never={"points": "whole numbers"}),
    Held(Sweep, never={"data_version": SUM, "too_little": "numbers of customers", "silent": FIGURES}),
    Held(
        Swing, account="account",
        never={
            "meter": PRODUCT, "measure": OURS, "horizon": OURS, "direction": OURS, "currency": CODE,
            "compared_with": FIGURES, "evidence": FIGURES,
        },
    ),
)  # fmt: skip
