"""What this package holds of people: nothing. Consumption is of customers by their numbers, and amounts remain."""

from proxeny.core.erasing import CODE, OURS, SUM, Held
from proxeny.usage.models import Part, Pulse, PulseDay

HELD = (
    Held(Part, never={"path": OURS, "described": "meters, days and hashes of a file of amounts"}),
    Held(PulseDay, never=dict.fromkeys(("facts", "accounts", "identity", "contracts"), SUM)),
    Held(
        Pulse,
        never={"curve": "amounts of ninety days", "consumed_currency": CODE, "contracted_currency": CODE},
    ),
)
