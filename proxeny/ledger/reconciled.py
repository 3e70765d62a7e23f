"""The tables of the ledger are not evidence by what stands in a line: they are the lines, and verified as such."""

from proxeny.ledger.models import Anchor, Checkpoint, Entry, Erased, Payload, Subject, Verification
from proxeny.ledger.rows.declaring import not_evidence

not_evidence("the record itself, which verifying walks", Anchor, Checkpoint, Entry, Erased, Payload, Subject)
not_evidence("what verifying found; it is done anew whenever somebody asks", Verification)
