"""CloudEvents 1.0, one JSON event a line: the subject is the account, `data` carries the measure."""

from proxeny.analytics.usage.reading.presets.preset import Field, Preset

CLOUDEVENTS = Preset(
    name="cloudevents",
    nature="lines",
    fields={
        "account": Field(("subject",), then=("data.account",)),
        "meter": Field(("data.meter",), then=("type",)),
        "day": Field(("time",)),
        "quantity": Field(("data.quantity", "data.value"), then=("data.value",)),
        "price": Field(("data.price",)),
        "amount": Field(("data.amount",)),
        "currency": Field(("data.currency",)),
    },
    needed=("account", "day"),
    signature=("specversion", "subject", "time"),
    decimal_mark=".",
)
