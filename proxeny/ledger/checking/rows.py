"""What is checked: lines with their texts, and heads that somebody has kept."""

from typing import Any, NamedTuple

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

    @classmethod
    def read(cls, columns: tuple[Any, ...]) -> "Row":
        """Return the columns that a database hands over as a row.

        SQLite keeps anything in any column. What is no text where a text belongs becomes one that gives another hash.
        """
        sequence, *words, key, content, erased = columns
        texts = (word if isinstance(word, str) else repr(word) for word in words)
        said = content if content is None or isinstance(content, str) else repr(content)
        return cls._make((sequence, *texts, _bytes(key), said, bool(erased)))

    @property
    def leaf(self) -> Leaf:
        """The columns that are hashed."""
        return Leaf(*self[:9])

    @property
    def holds(self) -> bool:
        """Tell whether the columns give the hash."""
        return entry_hash(self.leaf) == self.hash

    @property
    def leaf_hash(self) -> bytes:
        """The leaf of the tree that these columns give: their hash, 32 bytes."""
        return bytes.fromhex(entry_hash(self.leaf))

    def hash_at(self, sequence: int) -> str:
        """Return the hash that these columns would have at another place."""
        return entry_hash(self.leaf._replace(sequence=sequence))

    @property
    def text_holds(self) -> bool:
        """Tell whether the text is what was committed to, or was erased lawfully."""
        if self.key is None or self.content is None:
            return self.is_erased
        return commitment(self.key, self.content) == self.commitment


def _bytes(key: Any) -> bytes | None:
    """Return a key as bytes, however the driver hands it over."""
    if key is None or isinstance(key, bytes):
        return key
    return bytes(key) if isinstance(key, bytearray | memoryview) else repr(key).encode()


class Witnessed(NamedTuple):
    """A checkpoint as somebody has kept it: the signed note, and who has it."""

    note: str
    kept_by: str
