"""AWS Cost and Usage Reports: the legacy header (`lineItem/UsageAmount`) and CUR 2.0
(`line_item_usage_amount`).

Header names are compared without their punctuation, so that one spelling serves both.
"""

from proxeny.analytics.usage.reading.presets.preset import Field, Preset

AWS_CUR = Preset(
    name="aws-cur",
    nature="lines",
    fields={
        "account": Field(("lineItem/UsageAccountId",), then=("bill/PayerAccountId",)),
        "meter": Field(("lineItem/ProductCode",), then=("product/ProductName",)),
        "day": Field(("lineItem/UsageStartDate",)),
        "quantity": Field(("lineItem/UsageAmount",)),
        "amount": Field(("lineItem/UnblendedCost",)),
        "currency": Field(("lineItem/CurrencyCode",)),
    },
    needed=("account", "meter", "day", "amount"),
    signature=("lineItem/UsageAccountId", "lineItem/UnblendedCost", "lineItem/UsageStartDate"),
    decimal_mark=".",
)
