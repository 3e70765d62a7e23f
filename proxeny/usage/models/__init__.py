"""The manifest of consumption facts, and the pulses taken from them."""

from proxeny.usage.models.part import Part
from proxeny.usage.models.pulse import Pulse, PulseDay

__all__ = ["Part", "Pulse", "PulseDay"]
