"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.ledger.rows.declaring import on_record
from proxeny.promises.models import Concession, ConcessionLimit, MovedDate, Promise

on_record(Promise, N_("Promise"), belongs=("promise", ""))
on_record(MovedDate, N_("Move of a promise"), belongs=("promise", "promise_id"))
on_record(Concession, N_("Concession"), belongs=("concession", ""))
on_record(ConcessionLimit, N_("Limit of concessions"))
