"""The manifest of consumption facts."""

from proxeny.usage.models.part import Part

__all__ = ["Part"]
