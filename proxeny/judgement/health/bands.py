"""From a score to a band."""

from proxeny.judgement.models import Judgement

FINE_FROM, DOUBTFUL_FROM = 70.0, 45.0


def band_of(score: float) -> Judgement.Band:
    """Return the band: fine from 70 points on, doubtful from 45, in trouble below; whole points count, as they are shown."""
    score = round(score)
    if score >= FINE_FROM:
        return Judgement.Band.GREEN
    return Judgement.Band.YELLOW if score >= DOUBTFUL_FROM else Judgement.Band.RED
