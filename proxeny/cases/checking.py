"""The reply check on a draft of a case: what it says of the words, less what the case itself already answers.

The check knows only the text. Two things it cannot know are in the rows:

* A reply that gives a question back is no dead end while the case holds a standing proposal: the customer has a way ahead,
  and not every letter repeats it. The remark becomes a reminder of that proposal, which asks for no reason. A proposal
  that is put down while the reply is written stands from then on, so it counts at once; one that has ended does not.
* A promise that the writer has put on record from this case within the last day is one that will not be forgotten; nor is
  one for which the case holds a standing path with a day. Both are shown, so that the days can be compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from proxeny.cases.models import Case, Proposal
from proxeny.cases.replycheck import Kind, Promised, Remark, Span, Way, check
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence
from proxeny.promises.models import Promise

JUST_NOTED = timedelta(days=1)
AROUND = 14
"""Characters shown on either side of the words that a remark is about."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the draft with what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Said:
    """A remark as it is shown: one sentence, why, the words it is about, and the ways on."""

    kind: Kind
    sentence: Sentence
    because: Sequence[Sentence]
    quotes: Sequence[Quote]
    ways: Sequence[Way]
    promised: Promised | None

    @property
    def words(self) -> str:
        """The words it is about, as they go on record."""
        return " … ".join(one.words for one in self.quotes)


@dataclass(frozen=True, slots=True)
class Eased:
    """A remark that the case already answers: what it was about, and what answers it."""

    kind: Kind
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Looked:
    """What is to be said of a draft: remarks ask for a reason if one sends it all the same, reminders for nothing."""

    remarks: Sequence[Said] = ()
    eased: Sequence[Eased] = ()


def look(case: Case, text: str, *, by: Actor) -> Looked:
    """Return what a careful colleague who knows the case would say of the draft; nothing is kept of it."""
    remarks, eased = [], []
    for one in check(text):
        answer = _answer(case, one.kind, by)
        if answer is None:
            remarks.append(_said(one, text))
        else:
            eased.append(Eased(one.kind, answer))
    return Looked(remarks, eased)


def _answer(case: Case, kind: Kind, by: Actor) -> Sentence | None:
    if kind is Kind.RETURNS_THE_QUESTION:
        return _way_ahead(case)
    if kind is Kind.PROMISE:
        return _noted(case, by) or _held(case)
    return None


def _way_ahead(case: Case) -> Sentence | None:
    stands = Proposal.objects.filter(case=case, ended_at=None).order_by("-at").first()
    if stands is None:
        return None
    return Sentence(
        N_("This says no, and the case holds a way ahead: “%(text)s”. Does the reply name it?"),
        {"text": stands.text},
    )


def _noted(case: Case, by: Actor) -> Sentence | None:
    since = clock.now() - JUST_NOTED
    mine = Promise.objects.filter(source=str(case.record), recorded_by=by.staff_id or 0, withdrawn_at=None)
    noted = mine.filter(recorded_at__gte=since).order_by("-recorded_at").first()
    if noted is None:
        return None
    due = {"type": "date", "date": noted.due_on.isoformat()}
    return Sentence(
        N_("This is a promise, and you have put it on record: “%(what)s”, due %(due)s."),
        {"what": noted.what, "due": due},
    )


def _held(case: Case) -> Sentence | None:
    paths = Proposal.objects.filter(case=case, ended_at=None, sort=Proposal.Sort.PATH)
    held = paths.filter(due_on__isnull=False).order_by("-at").first()
    if held is None or held.due_on is None:
        return None
    due = {"type": "date", "date": held.due_on.isoformat()}
    return Sentence(
        N_("This is a promise, and the case holds it as a path: “%(text)s”, by %(due)s."),
        {"text": held.text, "due": due},
    )


def _said(remark: Remark, text: str) -> Said:
    promised = next((one for one in remark.promised if one.what), None)
    quotes = tuple(_quotes(remark.spans, text))
    return Said(remark.kind, remark.sentence, tuple(remark.because), quotes, tuple(remark.ways), promised)


def _quotes(spans: Sequence[Span], text: str) -> Iterator[Quote]:
    for start, end in spans:
        before = text[max(0, start - AROUND) : start].rsplit("\n", 1)[-1]
        after = text[end : end + AROUND].split("\n", 1)[0]
        yield Quote(
            ("…" if start > AROUND and "\n" not in text[max(0, start - AROUND) : start] else "") + before,
            text[start:end],
            after + ("…" if end + AROUND < len(text) and "\n" not in text[end : end + AROUND] else ""),
        )
