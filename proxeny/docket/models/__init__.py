"""What lay on the docket on which day, and how it was answered."""

from proxeny.docket.models.answer import Answer
from proxeny.docket.models.matter import Matter, Sighting

__all__ = ["Answer", "Matter", "Sighting"]
