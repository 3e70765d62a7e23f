"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.docket.models import Answer, Matter, Sighting
from proxeny.ledger.rows.declaring import not_evidence, on_record

on_record(
    Answer,
    N_("Answer on the docket"),
    apart={"judgement_id": "known only when its line is written, which names the matter as what was seen"},
)
not_evidence("what the machine noticed, and notices anew each morning", Matter, Sighting)
