"""None of the tables of this package is evidence by itself."""

from proxeny.ledger.rows.declaring import not_evidence
from proxeny.usage.models import Part, Pulse, PulseDay

not_evidence("facts out of files: the line of their batch holds the file's hash and its sums", Part)
not_evidence("reckoned from the facts", Pulse, PulseDay)
