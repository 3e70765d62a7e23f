"""What a missing day means."""

from typing import Literal

Nature = Literal["lines", "metered"]
"""`lines`: every single purchase or charge comes in, so a day without one was zero; `metered`: nothing is known of it."""
