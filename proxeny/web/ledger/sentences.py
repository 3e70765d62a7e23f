"""Lines of the ledger as a reader sees them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proxeny.core.sentences import N_, Sentence
from proxeny.ledger.reading import Line
from proxeny.reports.sentences import UNKNOWN, actor_of, names_of, sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A line and how it reads; `is_judgement` tells a person's word from everything else."""

    line: Line
    sentence: Sentence

    @property
    def is_judgement(self) -> bool:
        """Tell whether a person judged here, so that it stands in vermilion."""
        return self.line.kind == "judgement.judged"


def said(lines: Iterable[Line]) -> list[Said]:
    """Return each line with its sentence; the names of those who acted are looked up once."""
    lines = list(lines)
    names = names_of(line.actor for line in lines)
    return [Said(line, _sentence(line, names)) for line in lines]


def _sentence(line: Line, names: Mapping[str, str]) -> Sentence:
    actor = actor_of(line.actor, names, UNKNOWN)
    if line.content is None:
        return Sentence(N_("%(actor)s did something whose text was erased as the law asks"), {"actor": actor})
    return sentence(line.kind, line.content, actor)
