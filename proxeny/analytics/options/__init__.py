"""Options: from needed capabilities, modules and a customer's limits to a few ways to go, or to why there is none.

    problem = read(document)         # the file's form: schema.json, docs/options.md
    found = compose(problem)         # options, or reasons and what would have to change

Pure: no rows, no clock but a stopwatch, no words for people. OR-tools is imported when something is composed.
"""

from proxeny.analytics.options.composing import CRITERIA, MOST, SECONDS, Composition, Option, Way, compose
from proxeny.analytics.options.facts import Fact, Kind
from proxeny.analytics.options.problem import Problem
from proxeny.analytics.options.reading import Invalid, read
from proxeny.analytics.options.reasons import Reason
from proxeny.analytics.options.relaxing import Change, Relaxation
from proxeny.analytics.options.wrongs import Wrong

__all__ = [
    "CRITERIA",
    "MOST",
    "SECONDS",
    "Change",
    "Composition",
    "Fact",
    "Invalid",
    "Kind",
    "Option",
    "Problem",
    "Reason",
    "Relaxation",
    "Way",
    "Wrong",
    "compose",
    "read",
]
