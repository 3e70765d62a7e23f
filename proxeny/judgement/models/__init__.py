"""A person's word, what the program saw, what the witnesses amount to, and what was said of the future."""

from proxeny.judgement.models.forecast import Forecast, PastRenewal, Question
from proxeny.judgement.models.health import Health
from proxeny.judgement.models.judgement import Judgement
from proxeny.judgement.models.swing import Sweep, Swing
from proxeny.judgement.models.weights import Weights

__all__ = ["Forecast", "Health", "Judgement", "PastRenewal", "Question", "Sweep", "Swing", "Weights"]
