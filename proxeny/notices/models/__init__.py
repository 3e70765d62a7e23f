"""What people are told, and what they want to be told of."""

from proxeny.notices.models.choice import Choice
from proxeny.notices.models.notice import Notice

__all__ = ["Choice", "Notice"]
