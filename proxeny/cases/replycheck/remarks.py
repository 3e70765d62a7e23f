"""What a careful colleague would say about a draft, and what may be done instead."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from proxeny.core.sentences import N_, Sentence


class Kind(StrEnum):
    """What a remark is about."""

    RETURNS_THE_QUESTION = "returns-the-question"
    PROMISE = "promise"
    ADMISSION = "admission"
    FREE_GIFT = "free-gift"
    COMMERCIAL = "commercial"


class Way(StrEnum):
    """What the person may do instead of sending, or beside it."""

    PATH = "path"
    REQUEST = "request"
    NOT_NOW = "not-now"
    RECORD_PROMISE = "record-promise"
    SECOND_READER = "second-reader"
    RECORD_CONCESSION = "record-concession"
    TO_SALES = "to-sales"

    @property
    def label(self) -> Sentence:
        """Say it to the person."""
        return Sentence(_LABELS[self])


class Span(NamedTuple):
    """Where words stand in the draft: from `start` up to, not including, `end`, in characters."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Promised:
    """What a promise holds, in the words of the draft; empty where it does not say. `when` is not reckoned to a day."""

    who: str = ""
    what: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: the words that carry it, one sentence for the person, why, and the ways on."""

    kind: Kind
    spans: tuple[Span, ...]
    because: tuple[Sentence, ...]
    promised: tuple[Promised, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """What a colleague would say, in one line."""
        return Sentence(_SENTENCES[self.kind])

    @property
    def ways(self) -> tuple[Way, ...]:
        """What may be done, the best first."""
        return _WAYS[self.kind]


_WAYS = {
    Kind.RETURNS_THE_QUESTION: (Way.PATH, Way.REQUEST, Way.NOT_NOW),
    Kind.PROMISE: (Way.RECORD_PROMISE,),
    Kind.ADMISSION: (Way.SECOND_READER, Way.RECORD_CONCESSION),
    Kind.FREE_GIFT: (Way.SECOND_READER, Way.RECORD_CONCESSION),
    Kind.COMMERCIAL: (Way.TO_SALES,),
}
_LABELS = {
    Way.PATH: N_("Give a way on: next step, who does it, by when"),
    Way.REQUEST: N_("Make it a request for product, with environment and purpose"),
    Way.NOT_NOW: N_("Say: not now, because …; we look again when …"),
    Way.RECORD_PROMISE: N_("Put the promise on record"),
    Way.SECOND_READER: N_("Ask a colleague to read it first"),
    Way.RECORD_CONCESSION: N_("Put on record what is conceded"),
    Way.TO_SALES: N_("Hand this part to sales"),
}
_SENTENCES = {
    Kind.RETURNS_THE_QUESTION: N_(
        "This gives the question back: it holds no next step, nobody who takes it, no date."
    ),
    Kind.PROMISE: N_("They will remember this as a promise; put it on record, so that it is kept."),
    Kind.ADMISSION: N_(
        "This says whose fault it was, and may be used against you or inside their house; a second reader helps."
    ),
    Kind.FREE_GIFT: N_("This gives something away; let somebody else look at it, and put it on record."),
    Kind.COMMERCIAL: N_("This speaks of price or contract; sales should say it, or at least know it."),
}
