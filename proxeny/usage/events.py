"""What can happen to consumption."""

from dataclasses import dataclass

from proxeny.core.outbox import Event


@dataclass(frozen=True)
class ConsumptionChanged(Event):
    """Other facts count from now on: a batch of consumption came to stand, or was taken back."""

    batch: int
