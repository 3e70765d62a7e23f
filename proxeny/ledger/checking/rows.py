"""What is checked: lines with their texts, and heads that somebody has kept."""

from typing import NamedTuple

from proxeny.ledger.hashing import Leaf, commitment, entry_hash


class Row(NamedTuple):
    """A line as it is kept: the columns that are hashed, the hash, and the key and text behind the commitment.

    `key` and `content` are None where there is no text; `is_erased` says that this is lawful.
    """

    sequence: int
    at: str
    recorded_at: str
    actor: str
    kind: str
    subjects: str
    visibility: str
    commitment: str
    previous: str
    hash: str
    key: bytes | None
    content: str | None
    is_erased: bool

    @property
    def leaf(self) -> Leaf:
        """The columns that are hashed."""
        return Leaf(*self[:9])

    @property
    def holds(self) -> bool:
        """Tell whether the columns give the hash."""
        return entry_hash(self.leaf) == self.hash

    def hash_at(self, sequence: int) -> str:
        """Return the hash that these columns would have at another place."""
        return entry_hash(self.leaf._replace(sequence=sequence))

    @property
    def text_holds(self) -> bool:
        """Tell whether the text is what was committed to, or was erased lawfully."""
        if self.key is None or self.content is None:
            return self.is_erased
        return commitment(self.key, self.content) == self.commitment


class Witnessed(NamedTuple):
    """A checkpoint as somebody has kept it: the signed note, and who has it."""

    note: str
    kept_by: str
