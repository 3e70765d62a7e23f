"""What the machine noticed, and what a person judged."""

from proxeny.judgement.models.judgement import Judgement
from proxeny.judgement.models.swing import Sweep, Swing

__all__ = ["Judgement", "Sweep", "Swing"]
