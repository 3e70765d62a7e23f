"""What the palette shows of anything: a line to choose."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from proxeny.core.actors import Actor
from proxeny.core.spelling.marks import Span
from proxeny.identity.roles import Area


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to. `span` says which letters of its name answer what was typed.

    `is_weak`: it only sounds like it or is a slip away, so that a page or a verb of that name comes first; `is_gone`: a
    customer that has left, a colleague who is not here any more.
    """

    href: str
    name: str
    icon: str
    note: str = ""
    span: Span | None = None
    is_weak: bool = False
    is_gone: bool = False

    @property
    def parts(self) -> tuple[str, str, str]:
        """The name in three: before, within and after what answers."""
        start, end = self.span or (0, 0)
        return self.name[:start], self.name[start:end], self.name[end:]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of objects that the palette knows.

    `name` is the kind's name in references (`account`); `area` opens it; `find` answers what was typed, best first;
    `again` gives those of the keys that the actor may still see, by key, for what was opened lately. Both load through
    the package's own access.
    """

    name: str
    title: str | Promise
    area: Area
    find: Callable[[Actor, str], list[Found]]
    again: Callable[[Actor, Sequence[str]], Mapping[str, Found]]


def nothing_again(_actor: Actor, _keys: Sequence[str]) -> Mapping[str, Found]:
    """For kinds without a page of their own: nobody has opened one."""
    return {}


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading."""

    name: str
    title: str | Promise
    lines: list[Found]

    @property
    def is_weak(self) -> bool:
        """Tell whether nothing in it holds what was typed."""
        return all(line.is_weak for line in self.lines)
