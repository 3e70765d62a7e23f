"""What this package registers when it is loaded: how its batches are taken back."""

from proxeny.usage import importing

__all__ = ["importing"]
