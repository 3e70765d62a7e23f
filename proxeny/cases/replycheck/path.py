"""What makes a reply more than a no: a path.

A path is a step of ours, a request handed on, a way to the customer's aim, a “not now” with reason and time, a question whose
answer we do something with, or a dated promise. A date alone is none, nor is work that is left to the customer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from proxeny.cases.replycheck.path_rows import TABLE, Mark
from proxeny.cases.replycheck.reading import Reading
from proxeny.cases.replycheck.remarks import Span
from proxeny.cases.replycheck.rules import Hit, hits
from proxeny.core.sentences import N_, Sentence


@dataclass(frozen=True, slots=True)
class PathMark:
    """One thing that makes a path, and the words that do."""

    mark: Mark
    span: Span
    because: Sentence


def path_marks(reading: Reading, dates: Iterable[Hit], but: tuple[Span, ...]) -> Iterator[PathMark]:
    """Return what makes a path in `reading`: its dated promises, and what the table finds.

    What begins within `but` counts for nothing: “I'll ask product” is a step by its words, and is the return itself.
    """
    for hit in dates:
        yield PathMark(Mark.DATE, hit.span, Sentence(_DATE))
    for mark, one in TABLE:
        for hit in hits(reading, [one]):
            if mark is Mark.NOT_NOW or not any(hit.span.meets(span) for span in but):
                yield PathMark(mark, hit.span, hit.because)


_DATE = N_("A day by which we answer or deliver.")
