"""What follows from the moves of an order: where it lies, and the way it went. Pure: no rows are read, no clock is asked."""

from proxeny.dispatch.routing.clocks import Timed, timed
from proxeny.dispatch.routing.following import follow
from proxeny.dispatch.routing.passing_round import PassedRound, passed_round, runs_of
from proxeny.dispatch.routing.route import Route, Stay
from proxeny.dispatch.routing.rules import ALLOWED, BY_TEAM, BY_US, PLACES, allowed
from proxeny.dispatch.routing.steps import Step

__all__ = [
    "ALLOWED", "BY_TEAM", "BY_US", "PLACES", "PassedRound", "Route", "Stay", "Step", "Timed",
    "allowed", "follow", "passed_round", "runs_of", "timed",
]  # fmt: skip
