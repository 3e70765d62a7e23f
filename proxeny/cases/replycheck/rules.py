"""Rules as a table: a name, why it matters, what it looks like in both languages, and where it does not hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from proxeny.cases.replycheck.lexicon_en import EN
from proxeny.cases.replycheck.lexicon_zh import ZH
from proxeny.cases.replycheck.reading import Reading
from proxeny.cases.replycheck.remarks import Span
from proxeny.cases.replycheck.words import Patterns
from proxeny.core.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. Any pattern of a language will do.

    None of `unless` may stand in the clause, none of `unless_near` in the sentence.

    Where a “not” stands before the words they are taken as denied, except with `denied_too`.
    """

    name: str
    because: str
    zh: Patterns = ()
    en: Patterns = ()
    unless: Patterns = ()
    unless_near: Patterns = ()
    denied_too: bool = False

    def patterns(self, reading: Reading) -> Patterns:
        """Return what to look for in `reading`."""
        return (self.zh if reading.is_chinese else ()) + (self.en if reading.is_english else ())


class Hit(NamedTuple):
    """That a rule holds, and the words for which it does."""

    rule: Rule
    span: Span

    @property
    def because(self) -> Sentence:
        """Why it matters."""
        return Sentence(self.rule.because)


def hits(reading: Reading, table: Iterable[Rule]) -> list[Hit]:
    """Return where the rules of `table` hold, in the order of the table, then of the text."""
    return [hit for one in table for hit in _hits_of(one, reading)]


def _hits_of(one: Rule, reading: Reading) -> Iterator[Hit]:
    for looked_for in one.patterns(reading):
        for found in looked_for.finditer(reading.said):
            span = Span(found.start(), found.end())
            if span.start < span.end and not _spared(one, reading, span):
                yield Hit(one, span)


def _spared(one: Rule, reading: Reading, span: Span) -> bool:
    clauses = reading.clauses_of(span)
    if not one.denied_too and denied(reading.said[clauses.start : span.start]):
        return True
    if one.unless and stands(one.unless, reading.words(clauses)):
        return True
    return bool(one.unless_near) and stands(one.unless_near, reading.words(reading.sentence_at(span.start)))


def stands(patterns: Patterns, said: str) -> bool:
    """Tell whether any of `patterns` stands in `said`."""
    return any(one.search(said) for one in patterns)


_DENIED = ZH.lines(r"""
    <not>[^就也都才]{0,6}$
    (?:不是(?:说|指|要)|不代表|不意味着?|不等于|谈不上|不能理解[成为]|不好说|是否|要不要|能不能|会不会|该不该|算不算|还没到|不算|算不上)[^¦‖]{0,20}$
""") + EN.lines(r"""
    <not>(?:\W+[\w']+){0,3}\W*$
    (?:not to say|\w+n't mean|\w+n't to say|not saying|\w+ read this as|whether|isn't mine|too early)\b[^¦‖]{0,40}$
""")


def denied(before: str) -> bool:
    """Tell whether what stands in the clause before some words denies them."""
    return stands(_DENIED, before)
