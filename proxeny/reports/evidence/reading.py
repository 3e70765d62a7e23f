"""What a bundle says to people, in one language: the page and the paper show the same sentences.

Everything here is text that is ready to be read; what is proven stands in `evidence.json`.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.core.sentences import LANGUAGES, Sentence
from proxeny.core.words import Language
from proxeny.ledger.bundles.evidence import Evidence, File, Proven, Text
from proxeny.ledger.bundles.gathering import Signed
from proxeny.ledger.checking import Row
from proxeny.ledger.hashing import read_moment
from proxeny.reports.evidence import words
from proxeny.reports.evidence.sentences import sentence
from proxeny.reports.sentences import actor_of


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known at a glance: what it is called, what it is, and codes to be copied."""

    word: str
    what: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading, and below it points, sentences, codes to be copied and notes."""

    title: str
    points: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it is read: when it happened, when it was written down where that is another time, and what it says."""

    row: Row
    text: str
    at: str
    recorded: str
    said: str
    words: str
    files: tuple[File, ...]

    @property
    def is_judgement(self) -> bool:
        """Tell whether a person judged here, so that it stands in vermilion."""
        return self.row.kind == "judgement.judged"

    @property
    def is_gone(self) -> bool:
        """Tell whether what was said is not here."""
        return self.text != Text.SHOWN


@dataclass(frozen=True, slots=True)
class Reading:
    """All of it. `word` are the words around it, by what they stand for (`words.AROUND`)."""

    language: Language
    title: str
    facts: tuple[Fact, ...]
    proves: Chapter
    cannot: Chapter
    verify: Chapter
    entries: tuple[Shown, ...]
    held: tuple[str, ...]
    files: tuple[File, ...]
    word: Mapping[str, str] = field(default_factory=dict)


def read(evidence: Evidence, head: Signed, language: Language) -> Reading:
    """Return what a bundle says in one of the two languages."""
    files: dict[int, list[File]] = defaultdict(list)
    for file in evidence.files:
        files[file.sequence].append(file)
    with translation.override(LANGUAGES[language]):
        return Reading(
            language=language,
            title=evidence.title,
            facts=_facts(evidence, head, language),
            proves=Chapter(_("What this proves"), tuple(map(_, words.PROVES))),
            cannot=Chapter(_("What this cannot prove"), tuple(map(_, words.CANNOT))),
            verify=_verifying(evidence),
            entries=tuple(
                _shown(one, evidence.names, files[one.row.sequence], language) for one in evidence.entries
            ),
            held=tuple(
                _("Up to entry %(size)s: %(who)s") % {"size": one.size, "who": "; ".join(one.kept_by)}
                for one in evidence.held
            ),
            files=evidence.files,
            word={name: _(said) for name, said in words.AROUND.items()},
        )


def _facts(evidence: Evidence, head: Signed, language: Language) -> tuple[Fact, ...]:
    who = Sentence("%(who)s", {"who": actor_of(evidence.made_by, evidence.names)}).in_language(language)
    covered = _("%(size)s entries when this was made") % {"size": head.size}
    return (
        Fact(_("Made"), f"{_moment(evidence.made_at)} · {who}"),
        Fact(_("Entries"), " · ".join(_counted(evidence))),
        Fact(_("Record"), f"{evidence.origin}\n{covered}", (head.root,)),
        Fact(_("Key"), "", (evidence.verifier,)),
        Fact(_("Times"), timezone.get_default_timezone_name()),
    )


def _counted(evidence: Evidence) -> list[str]:
    """Return how many entries there are, and how many of them without what they said."""
    said = [str(len(evidence.entries))]
    if many := sum(one.text is Text.REDACTED for one in evidence.entries):
        said.append(
            ngettext("%(n)s of them without its text", "%(n)s of them without their text", many) % {"n": many}
        )
    if many := sum(one.text is Text.ERASED for one in evidence.entries):
        said.append(
            ngettext("%(n)s of them erased by law", "%(n)s of them erased by law", many) % {"n": many}
        )
    return said


def _verifying(evidence: Evidence) -> Chapter:
    file = _("FILE.zip")
    return Chapter(
        _("How to verify it"),
        texts=(_(words.ANYWHERE),),
        codes=(f"proxeny ledger verify {file} --key {evidence.verifier}",),
        notes=(_(words.COMPARE),),
    )


def _shown(one: Proven, names: Mapping[str, str], files: list[File], language: Language) -> Shown:
    row = one.row
    recorded = (
        _("written down %(at)s") % {"at": _moment(row.recorded_at)} if row.at != row.recorded_at else ""
    )
    said = sentence(row, names).in_language(language)
    return Shown(row, one.text.value, _moment(row.at), recorded, said, _words(row, said), tuple(files))


def _words(row: Row, said: str) -> str:
    """Return what was written, where the sentence does not say it already."""
    text = json.loads(row.content).get("text") if row.content else None
    return text if isinstance(text, str) and text not in said else ""


def _moment(text: str) -> str:
    """Write a time as evidence wants it: with its year and its seconds, in the installation's time zone."""
    return f"{timezone.localtime(read_moment(text), timezone.get_default_timezone()):%Y-%m-%d %H:%M:%S}"
