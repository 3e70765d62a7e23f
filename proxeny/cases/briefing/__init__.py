"""What one case is to each who hears of it: facts, derived anew each time, and a text that leads with what they need.

`facts` gathers, `points` says which facts a reader's brief stands on and which are missing, `wording` writes the text. The
last two are pure, and speak the language in force.
"""

from proxeny.cases.briefing.facts import Facts, Person, Risks, gathered
from proxeny.cases.briefing.points import Point, points
from proxeny.cases.briefing.readers import AUDIENCE, Reader, readers_for
from proxeny.cases.briefing.reply import reply
from proxeny.cases.briefing.wording import wording

__all__ = [
    "AUDIENCE",
    "Facts",
    "Person",
    "Point",
    "Reader",
    "Risks",
    "gathered",
    "points",
    "readers_for",
    "reply",
    "wording",
]
