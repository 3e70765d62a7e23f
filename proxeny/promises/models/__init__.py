"""What is owed to customers."""

from proxeny.promises.models.promise import MovedDate, Promise

__all__ = ["MovedDate", "Promise"]
