"""What a kind of things that can be found says of itself."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.functional import Promise

from proxeny.core.actors import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """A thing as a result shows it: where it leads, what it is called, a few facts beside it.

    `status` is a shape and a word (`is-good`, “solution state”); `number` is what people call it by, where that is another
    than that of its row.
    """

    href: str
    title: str
    facts: tuple[str, ...] = ()
    status: tuple[str, str] | None = None
    is_gone: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of texts in the index.

    `name` is its name in references, `words` what people type for it after `in:`. `within` says which of its texts the actor
    may find, as a condition on `search.models.Document`; `load` returns the things with these numbers that the actor may
    see, through the package's own access, ready to be shown.
    """

    name: str
    title: str | Promise
    icon: str
    words: tuple[str, ...]
    within: Callable[[Actor], Q]
    load: Callable[[Actor, Collection[int]], Mapping[int, Line]]
    parts: tuple[str, ...] = field(default=())
    """Kinds whose texts lie within one of these and are shown there: the messages of a case."""
    is_steady: bool = False
    """Whether `within` follows from the actor alone and is phrased once for each: what may change, it asks in subqueries.

    A kind that says so and reads rows itself would go by rights that somebody had before.
    """
