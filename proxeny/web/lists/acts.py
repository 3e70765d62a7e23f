"""What can be done to many rows of a list at once: looked at row by row before, told row by row afterwards."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise

from proxeny.core.actors import Actor

Memory = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prospect:
    """What an act would do to a row: from `before` to `after`, or, as a sentence, why it will not."""

    before: str = ""
    after: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: `said` tells it; `memory`, where it can be taken back, is what taking back needs (JSON)."""

    said: str
    is_done: bool = True
    memory: Memory | None = None


class BulkAct(ABC):
    """An act on many rows. The verb it calls checks the rights of each row again; `may` only decides whether it is offered."""

    key: ClassVar[str]
    label: ClassVar[Promise | str]
    is_undoable: ClassVar[bool] = True

    @abstractmethod
    def may(self, actor: Actor) -> bool:
        """Tell whether the actor may do it to any row."""

    @abstractmethod
    def form(self, actor: Actor, sent: QueryDict | None) -> forms.Form:
        """Return the form that asks what exactly is wanted."""

    @abstractmethod
    def preview(self, actor: Actor, rows: Sequence[Any], wanted: dict[str, Any]) -> list[Prospect]:
        """Return what would change at each row, in their order; nothing changes."""

    @abstractmethod
    def do(self, actor: Actor, row: Any, wanted: dict[str, Any]) -> Outcome:
        """Do it to one row. ValidationError and NotFound tell why not."""

    def undo(self, actor: Actor, row: Any, memory: Memory) -> Outcome:
        """Take it back at one row, unless somebody has changed it since."""
        raise NotImplementedError
