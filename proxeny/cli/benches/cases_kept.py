"""Which of the made-up cases are looked at."""

from dataclasses import dataclass, field


@dataclass
class Kept:
    """The numbers of the cases with many replies, and of those that hold a planted word."""

    long: list[int] = field(default_factory=list)
    chinese: list[int] = field(default_factory=list)
    english: list[int] = field(default_factory=list)
