"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.erasure.models import ErasedFile, Order, RetentionRule
from proxeny.ledger.rows.declaring import not_evidence, on_record

on_record(
    Order,
    N_("Order to erase"),
    apart={
        "entry": "is the line itself",
        "tables": "follows from what was erased",
        "done_at": "says when the disk was overwritten, which the worker finds out",
    },
)
on_record(RetentionRule, N_("How long records are kept"))
not_evidence("which files wait to be removed, and were", ErasedFile)
