"""FOCUS 1.0 bills (FinOps Open Cost and Usage Specification).

A sub-account is the customer where there is one, else the billing account. The billed cost is what is owed,
so it is the amount; the literal word NULL is an empty cell in this format.
"""

from proxeny.analytics.usage.reading.presets.preset import Field, Preset

FOCUS = Preset(
    name="focus",
    nature="lines",
    fields={
        "account": Field(("SubAccountId",), then=("BillingAccountId",)),
        "meter": Field(("ServiceName",)),
        "day": Field(("ChargePeriodStart",)),
        "quantity": Field(("ConsumedQuantity",), then=("PricingQuantity",)),
        "amount": Field(("BilledCost",)),
        "currency": Field(("BillingCurrency",)),
    },
    needed=("account", "meter", "day", "amount"),
    signature=("BilledCost", "ChargePeriodStart", "BillingAccountId"),
    decimal_mark=".",
)
