"""Tasks that know how often they may be tried and what makes two of them the same work."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Concatenate, Literal, ParamSpec, Self, TypeVar, overload

import django_tasks
from django_tasks.base import Task

from proxeny.core.queue.running import RunningJob

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedTask(Task[P, T]):
    """A task of the leased queue.

    `most_attempts` bounds the tries, those cut off by a crash among them. Two jobs of one `dedupe` key never
    wait or run at once: asking again while one waits changes nothing, while one runs makes it run once more.
    A `slot` is filled once only.
    """

    most_attempts: int = 5
    dedupe: str = ""
    slot: str | None = None

    def using(
        self,
        *,
        priority: int | None = None,
        queue_name: str | None = None,
        run_after: datetime | None = None,
        backend: str | None = None,
        dedupe: str | None = None,
        slot: str | None = None,
    ) -> Self:
        """Return the same task with other settings; higher priorities (-100 to 100) run first."""
        settings = {
            "priority": priority,
            "queue_name": queue_name,
            "run_after": run_after,
            "backend": backend,
            "dedupe": dedupe,
            "slot": slot,
        }
        changes: dict[str, Any] = {name: value for name, value in settings.items() if value is not None}
        return replace(self, **changes)


@overload
def task(function: Callable[P, T], /) -> LeasedTask[P, T]: ...
@overload
def task(
    *, priority: int = 0, most_attempts: int = 5, dedupe: str = "", takes_context: Literal[False] = False
) -> Callable[[Callable[P, T]], LeasedTask[P, T]]: ...
@overload
def task(
    *, priority: int = 0, most_attempts: int = 5, dedupe: str = "", takes_context: Literal[True]
) -> Callable[[Callable[Concatenate[RunningJob, P], T]], LeasedTask[P, T]]: ...


def task(function: Callable[..., Any] | None = None, /, **settings: Any) -> Any:
    """Make a module-level function a task.

    `takes_context=True` hands it the `RunningJob` as its first argument, which must be called `context`.
    """
    decorate = django_tasks.task(**settings)
    return decorate(function) if function else decorate
