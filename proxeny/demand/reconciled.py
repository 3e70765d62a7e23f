"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.demand.models import (
    Credit,
    Decision,
    Defect,
    DefectCase,
    Delivery,
    ExpectedUse,
    Joining,
    Pledge,
    PromiseCase,
    Request,
    RequestCase,
    SeenUse,
    Told,
    Unable,
    Voice,
)
from proxeny.ledger.rows.declaring import on_record

OF_REQUEST = ("request", "request_id")
on_record(
    Defect,
    N_("Defect"),
    apart={"changed_at": "says when, and the line says it too"},
    belongs=("defect", ""),
)
on_record(DefectCase, N_("Case of a defect"), belongs=("defect", "defect_id"))
on_record(Request, N_("Request"), belongs=("request", ""))
on_record(RequestCase, N_("Case of a request"), belongs=OF_REQUEST)
on_record(PromiseCase, N_("Case of a promise"), belongs=("promise", "promise_id"))
on_record(Joining, N_("Joining of requests"), belongs=OF_REQUEST)
on_record(Voice, N_("Voice on a request"), belongs=OF_REQUEST)
on_record(ExpectedUse, N_("Expected use"), belongs=OF_REQUEST)
on_record(Decision, N_("Decision"), belongs=OF_REQUEST)
on_record(Pledge, N_("Promise out of a decision"), belongs=OF_REQUEST)
on_record(Told, N_("What the customer heard"), belongs=OF_REQUEST)
on_record(Delivery, N_("Delivery"), belongs=OF_REQUEST)
on_record(SeenUse, N_("Use that was seen"), belongs=OF_REQUEST)
on_record(Credit, N_("Credit of a team"), belongs=OF_REQUEST)
on_record(Unable, N_("Help that was declined"), belongs=OF_REQUEST)
