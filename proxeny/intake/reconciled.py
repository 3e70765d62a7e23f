"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.intake.models import Batch, RowChange
from proxeny.ledger.rows.declaring import not_evidence, on_record

State = Batch.State
on_record(
    Batch,
    N_("Import"),
    apart={"job": "the machine's own", "reason": "why nothing came of it"},
    uncounted=("state", (State.UPLOADED, State.RUNNING, State.FAILED, State.CANCELLED)),
)
not_evidence("serves taking an import back; what the import made is on record itself", RowChange)
