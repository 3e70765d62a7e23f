"""How often each question is asked where nothing is wrong, and where something is: in a thousand worlds each."""

from collections.abc import Callable

import numpy as np
import pytest

from proxeny.analytics.integrity.answers import Answer
from proxeny.analytics.integrity.bunching import bunching
from proxeny.analytics.integrity.concentration import concentration
from proxeny.analytics.integrity.contact_bursts import contact_burst
from proxeny.analytics.integrity.period_end import at_period_end
from proxeny.analytics.integrity.scripted_rhythm import scripted_rhythm
from proxeny.analytics.integrity.short_contacts import short_contacts
from tests.analytics.integrity import worlds
from tests.analytics.integrity.worlds import Rng

Asked = Callable[[Rng], Answer]


def month_end(rng: Rng, raised: float) -> Answer:
    usual = rng.uniform(1, 2)
    count, rest = int(rng.integers(20, 200)), int(rng.integers(0, 400))
    return at_period_end(
        worlds.entries(rng, count, usual * raised), worlds.entries(rng, rest, usual), 22
    ).answer


QUESTIONS: dict[str, tuple[Asked, Asked]] = {
    "contact bursts": (
        lambda rng: contact_burst(worlds.contacts(rng)).answer,
        lambda rng: contact_burst(worlds.burst(rng)).answer,
    ),
    "concentration": (
        lambda rng: concentration(worlds.usage(rng)).answer,
        lambda rng: concentration(worlds.usage(rng, top=0.85)).answer,
    ),
    "scripted rhythm": (
        lambda rng: scripted_rhythm(worlds.working(rng)).answer,
        lambda rng: scripted_rhythm(worlds.script(rng)).answer,
    ),
    "bunching": (
        lambda rng: bunching(worlds.scores(rng), 80).answer,
        lambda rng: bunching(worlds.scores(rng, lifted=0.7), 80).answer,
    ),
    "period end": (lambda rng: month_end(rng, 1.0), lambda rng: month_end(rng, 5.0)),
    "short contacts": (
        lambda rng: short_contacts(worlds.durations(rng)).answer,
        lambda rng: short_contacts(worlds.durations(rng, sham=0.75)).answer,
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_where_nothing_is_wrong_hardly_ever_a_question_is_asked(name: str) -> None:
    clean, foul = QUESTIONS[name]
    asked = [clean(np.random.default_rng([1, seed])) for seed in range(1000)]
    found = [foul(np.random.default_rng([2, seed])) for seed in range(200)]
    alarms, seen = asked.count(Answer.DOUBTFUL) / 1000, found.count(Answer.DOUBTFUL) / 200
    print(
        f"{name}: false alarms {alarms:.3f}, too few {asked.count(Answer.TOO_FEW) / 1000:.3f}, seen {seen:.3f}"
    )
    assert alarms <= 0.02
    assert seen >= 0.7
    assert asked.count(Answer.TOO_FEW) < 500
