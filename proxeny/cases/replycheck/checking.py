"""The check itself: each kind's table over the reading of a draft."""

import re
from collections.abc import Iterable, Iterator

from proxeny.cases.replycheck import admission, commercial, free_gift, hints, returned
from proxeny.cases.replycheck.dates import EN_DATE, ZH_DATE
from proxeny.cases.replycheck.needs_none import answers, nothing_next
from proxeny.cases.replycheck.path import PathMark, path_marks
from proxeny.cases.replycheck.promise import ASSURED, dated
from proxeny.cases.replycheck.reading import Reading, read
from proxeny.cases.replycheck.remarks import Kind, Promised, Remark, Span
from proxeny.cases.replycheck.rules import Hit, hits
from proxeny.cases.replycheck.witness import leaning

TABLES = {
    Kind.ADMISSION: admission.TABLE,
    Kind.FREE_GIFT: free_gift.TABLE,
    Kind.COMMERCIAL: commercial.TABLE,
}
RETURNING, HINTS = returned.TABLE, hints.HINTS
FIRM, FAINT, BARE, ANSWERED, LEAST = 2.7, 1.5, 0.9, 0.7, 0.3
"""What a sign of a return weighs, in logits, to be added to the words of the reply (see `witness`): a row of `returned`, a
hint, no sign at all, none beside a fact that answers; and how much there has to be. Fitted over batches of replies."""
LONGEST = 8_000
"""Characters that are read; a draft is a letter, not a book."""


def check(text: str) -> list[Remark]:
    """Return what a careful colleague would say about `text` before it is sent; nothing where it is sound.

    Never raises, learns nothing, and looks at nothing but the text.
    """
    reading = read(text[:LONGEST])
    dates = dated(reading)
    found = {Kind.PROMISE: [*hits(reading, ASSURED), *dates]}
    found |= {kind: hits(reading, table) for kind, table in TABLES.items()}
    found = {Kind.RETURNS_THE_QUESTION: _returned(reading, found, dates), **found}
    return [_remark(kind, text, its) for kind, its in found.items() if its]


def has_path(text: str) -> tuple[PathMark, ...]:
    """Return what makes a path in `text`, each with its words and its reason; empty (false) where there is none."""
    reading = read(text[:LONGEST])
    return tuple(path_marks(reading, dated(reading), _spans(hits(reading, RETURNING))))


def _returned(reading: Reading, others: dict[Kind, list[Hit]], dates: list[Hit]) -> list[Hit]:
    """Return what gives the question back: nothing if there is a path, or if the words as a whole speak against it.

    The “no” of a promise, a gift, a price or an admission of ours gives nothing back, it has a remark of its own.
    """
    if dates:
        return []
    found = hits(reading, RETURNING)
    if any(path_marks(reading, dates, _spans(found))):
        return []
    firmness, signs = next(_signs(reading, found, [hit for its in others.values() for hit in its]), (0.0, []))
    return signs if signs and firmness + leaning(reading) > LEAST else []


def _signs(reading: Reading, found: list[Hit], told: list[Hit]) -> Iterator[tuple[float, list[Hit]]]:
    """Return what speaks for a return, the firmest first, apart from what the other remarks, `told`, speak for."""
    theirs = [reading.clauses_of(hit.span) for hit in told if hit.rule.name == admission.THEIRS]
    ours = [reading.sentence_at(hit.span.start) for hit in told if hit.rule.name != admission.THEIRS]
    if rows := _apart_from([*ours, *theirs], found):
        yield FIRM, rows
    if ours or not (bare := nothing_next(reading)):
        return
    if hints_of := _apart_from(theirs, hits(reading, HINTS)):
        yield FAINT, hints_of
    if not theirs:
        yield ANSWERED if answers(reading) else BARE, bare


def _apart_from(spans: list[Span], found: list[Hit]) -> list[Hit]:
    return [hit for hit in found if not any(hit.span.meets(span) for span in spans)]


def _remark(kind: Kind, text: str, found: list[Hit]) -> Remark:
    because = {hit.rule.because: hit.because for hit in found}
    spans = _spans(found)
    held = tuple(promised(text, span) for span in spans) if kind is Kind.PROMISE else ()
    return Remark(kind, spans, tuple(because.values()), held)


def _spans(found: Iterable[Hit]) -> tuple[Span, ...]:
    """Return the spans in the order of the text, those that meet made one."""
    merged: list[Span] = []
    for span in sorted(hit.span for hit in found):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


_WHO = (
    re.compile(r"由([^，,。；;\n]{1,8}?)(?:负责|跟进|牵头|来|在|于|给)"),
    re.compile(r"([\u4e00-\u9fff]{0,3}组?[小老][\u4e00-\u9fff]|[\u4e00-\u9fff]工|我们|我方|我司|我)"),
    re.compile(
        r"\b(our (?:\w+ )?(?:engineer|team|colleague|technician)s?(?: [A-Z][a-z]+)?|I|we|[A-Z][a-z]+(?= will| from))\b",
        re.IGNORECASE,
    ),
)


def promised(text: str, span: Span) -> Promised:
    """Return who, what and when of the promise at `span` of `text`, in its own words."""
    said = text[span.start : span.end].strip(" \n，,。.;；！!")
    date = ZH_DATE.search(said) or EN_DATE.search(said)
    who = next((found[1] for pattern in _WHO if (found := pattern.search(said))), "")
    return Promised(who=who.strip(), what=said, when=date[0].strip() if date else "")
