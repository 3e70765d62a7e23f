"""Transactions: one line each, summed by account and day. A line carries an amount, or a quantity and a
price.
"""

from proxeny.analytics.usage.reading.presets import synonyms
from proxeny.analytics.usage.reading.presets.preset import Field, Preset

TRANSACTIONS = Preset(
    name="transactions",
    nature="lines",
    fields={
        "account": Field(synonyms.ACCOUNT),
        "meter": Field(synonyms.METER),
        "day": Field(synonyms.TIME + synonyms.DAY),
        "quantity": Field(synonyms.QUANTITY),
        "price": Field(synonyms.PRICE),
        "amount": Field(synonyms.AMOUNT),
        "currency": Field(synonyms.CURRENCY),
    },
    needed=("account", "day"),
    default_meter="transactions",
)
