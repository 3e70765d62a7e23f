"""The known shapes of consumption files, by name."""

from proxeny.analytics.usage.reading.presets.aws_cur import AWS_CUR
from proxeny.analytics.usage.reading.presets.cloudevents import CLOUDEVENTS
from proxeny.analytics.usage.reading.presets.focus import FOCUS
from proxeny.analytics.usage.reading.presets.long import LONG
from proxeny.analytics.usage.reading.presets.preset import FIELDS, Field, Preset
from proxeny.analytics.usage.reading.presets.transactions import TRANSACTIONS
from proxeny.analytics.usage.reading.reasons import refuse

PRESETS: dict[str, Preset] = {
    preset.name: preset for preset in (FOCUS, AWS_CUR, CLOUDEVENTS, TRANSACTIONS, LONG)
}

__all__ = ["FIELDS", "PRESETS", "Field", "Nature", "Preset", "preset_named"]


def preset_named(name: str) -> Preset:
    """The preset of this name. Raises `ReadingError`, naming the known ones."""
    try:
        return PRESETS[name]
    except KeyError:
        raise refuse("unknown_preset", preset=name, presets=", ".join(PRESETS)) from None
