"""Returns: what a plan costs and brings, as ranges; when the money is back, and what it hinges on.

`simulate(items, months=…, rate=…, seed=…)` gives a `Prospect`; `tornado` and `hinges` say which of the items it depends on.
"""

from proxeny.analytics.returns.hinging import Bar, hinges, tornado
from proxeny.analytics.returns.items import Item, Side
from proxeny.analytics.returns.prospect import Prospect, simulate

__all__ = ["Bar", "Item", "Prospect", "Side", "hinges", "simulate", "tornado"]
