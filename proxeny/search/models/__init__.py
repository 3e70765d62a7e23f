"""What can be searched."""

from proxeny.search.models.document import Document

__all__ = ["Document"]
