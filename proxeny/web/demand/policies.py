"""Who may use the routes of defects and requests: more than one part of the work opens each of them."""

from collections.abc import Callable
from dataclasses import dataclass

from proxeny.core.actors import Actor
from proxeny.demand import access
from proxeny.web.policy import Policy, route


@dataclass(frozen=True, slots=True)
class Opened(Policy):
    """Open to those of whom `to` says so; the objects are checked when they are loaded."""

    to: Callable[[Actor], bool] = access.may_read_defects

    def admits(self, actor: Actor | None) -> bool:
        """Tell whether the actor may use the route at all."""
        return actor is not None and self.to(actor)


OF_DEFECTS = Opened(to=access.may_read_defects)
OF_REQUESTS = Opened(to=access.may_read_requests)
readers_of_defects = route(OF_DEFECTS)
writers_of_defects = route(Opened(to=access.may_write_defects))
readers_of_requests = route(OF_REQUESTS)
