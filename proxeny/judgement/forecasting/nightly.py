"""Every morning: what is decided is decided, and what came of ended contracts is learned from."""

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.queue import task
from proxeny.judgement.forecasting import deciding, learning


@task
def decide_today() -> dict[str, int]:
    """Decide the open questions, and keep what the signals said before contracts that have ended."""
    today = clock.today()
    return {
        "decided": deciding.decide(today, by=Actor.system("deciding")),
        "learned": learning.collect(today),
    }
