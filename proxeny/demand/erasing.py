"""What requests and defects hold of a customer's people."""

from django.db.models import Q

from proxeny.core.erasing import OURS, PRODUCT, Held
from proxeny.core.sentences import N_
from proxeny.demand.models.credit import Credit, Unable
from proxeny.demand.models.decision import Decision, Told
from proxeny.demand.models.defect import Defect
from proxeny.demand.models.request import Request
from proxeny.demand.models.use import Delivery, ExpectedUse, SeenUse
from proxeny.demand.models.voice import Voice

REQUESTS = N_("requests")
BESIDE = {"kind": REQUESTS, "account": "request__account", "secret": Q(request__in_confidence=True)}


def _beside(model: type, *texts: str, **more: object) -> Held:
    """A table of what was said about a request."""
    return Held(model, texts=texts, **{**BESIDE, **more})  # type: ignore[arg-type]


HELD = (
    Held(
        Request, kind=REQUESTS, texts=("what", "environment", "purpose", "today", "settled_with"),
        account="account", reference="request", secret=Q(in_confidence=True),
    ),
    _beside(Voice, "words", whose=("in_name_of",), said=("words",)),
    _beside(Decision, "reason", never={"without": OURS}),
    _beside(Told, "words"),
    _beside(ExpectedUse, "measure"),
    _beside(Delivery, "what"),
    _beside(SeenUse, "words"),
    _beside(Credit, "what_for"),
    _beside(Unable, "words"),
    Held(
        Defect, kind=N_("known defects"), reference="defect",
        texts=("title", "symptom", "environment", "workaround", "workaround_risk", "settled_with"),
        never={"product": PRODUCT, "module": PRODUCT},
    ),
)  # fmt: skip
