"""None of the tables of this package is evidence."""

from proxeny.desk.models import Draft, Presence, SavedView, ViewPin, Visit
from proxeny.ledger.rows.declaring import not_evidence

not_evidence("what a person keeps on their own desk", Draft, Presence, SavedView, ViewPin, Visit)
