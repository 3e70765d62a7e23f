"""None of the tables of this package is evidence."""

from proxeny.ledger.rows.declaring import not_evidence
from proxeny.notices.models import Choice, Notice

not_evidence("what people are told of what happened, and when they want to be", Choice, Notice)
