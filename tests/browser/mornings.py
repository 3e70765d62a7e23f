"""What lies on the desk of 周雨 in the morning: ten months of storage of three customers."""

from datetime import timedelta
from pathlib import Path

from proxeny.analytics.usage.reading.how import How
from proxeny.core import clock
from proxeny.docket import sweeping
from proxeny.intake import receiving
from proxeny.intake.models import Batch
from proxeny.usage import importing
from tests.cast import SETTING_UP

DAYS = 300


def lay_out(folder: Path) -> None:
    """At 星河物流 consumption fell three weeks ago, at 鲁班建材 it rose; 云启科技 keeps to its rhythm."""
    today = clock.today()
    lines = ["客户编号,计量项,日期,用量,金额,币种"]
    for number in range(DAYS):
        day = today - timedelta(days=DAYS - number)
        weekend = 0.6 if day.weekday() > 4 else 1.0
        wobble = 1 + ((number * 37) % 11 - 5) / 100
        late = number >= DAYS - 21
        levels = {"XH-02": 3000 * (0.55 if late else 1), "LB-01": 900 * (1.9 if late else 1), "YQ-03": 500}
        for account, level in levels.items():
            amount = level * weekend * wobble
            lines.append(f"{account},对象存储,{day},{amount * 10:.2f},{amount:.2f},CNY")
    file = folder / "usage.csv"
    file.write_text("\n".join(lines), "utf-8")
    with file.open("rb") as stream:
        batch = receiving.receive(stream, file.name, Batch.Kind.USAGE, by=SETTING_UP)
    importing.import_usage(batch, How(preset="long"), by=SETTING_UP)
    sweeping.sweep(today, by=SETTING_UP)
