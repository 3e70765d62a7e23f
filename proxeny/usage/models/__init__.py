"""The manifest of consumption facts, and the meters they were measured with."""

from proxeny.usage.models.meter import Meter
from proxeny.usage.models.part import Part

__all__ = ["Meter", "Part"]
