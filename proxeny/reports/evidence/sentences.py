"""The lines of a bundle as sentences."""

import json
from collections.abc import Mapping

from proxeny.core.sentences import N_, Sentence
from proxeny.ledger.checking import Row
from proxeny.reports import sentences


def sentence(row: Row, names: Mapping[str, str]) -> Sentence:
    """Return the line as a sentence, in the language in force; where the text is not there, what the line itself tells."""
    actor = sentences.actor_of(row.actor, names)
    if row.content is not None:
        return sentences.sentence(row.kind, json.loads(row.content), actor)
    if row.is_erased:
        said = N_("%(actor)s did something whose text was erased as the law asks")
    else:
        said = N_("%(actor)s did something whose text is not part of this bundle")
    return Sentence(said, {"actor": actor})
