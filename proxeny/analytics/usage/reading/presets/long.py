"""Long form: a row for each account, meter and day, as a meter reports it. A missing day is unknown."""

from proxeny.analytics.usage.reading.presets import synonyms
from proxeny.analytics.usage.reading.presets.preset import Field, Preset

LONG = Preset(
    name="long",
    nature="metered",
    fields={
        "account": Field(synonyms.ACCOUNT),
        "meter": Field(synonyms.METER),
        "day": Field(synonyms.DAY + synonyms.TIME),
        "quantity": Field(synonyms.QUANTITY),
        "amount": Field(synonyms.AMOUNT),
        "currency": Field(synonyms.CURRENCY),
    },
    needed=("account", "meter", "day"),
)
