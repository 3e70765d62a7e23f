"""None of the tables of this package is evidence."""

from proxeny.ledger.rows.declaring import not_evidence
from proxeny.search.models import Document

not_evidence("an index of what stands elsewhere", Document)
