"""What the vendor sells by consumption."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Meter:
    """One thing that is measured.

    `price` is yuan a unit; `decimals` are those of the quantity; `is_stock` tells that it holds what has
    gathered and so knows no weekends; `noise` is the standard deviation of a day's log level.
    """

    name: str
    unit: str
    price: float
    decimals: int
    is_stock: bool = False
    noise: float = 0.06


METERS: dict[str, Meter] = {
    meter.name: meter
    for meter in (
        Meter("对象存储", "GB·日", 0.0042, 1, is_stock=True, noise=0.012),
        Meter("数据库", "实例时", 1.85, 2, is_stock=True, noise=0.02),
        Meter("云主机", "核时", 0.145, 2, noise=0.05),
        Meter("带宽", "GB", 0.62, 2),
        Meter("API 调用", "千次", 0.95, 3, noise=0.055),
        Meter("短信", "条", 0.042, 0, noise=0.09),
        Meter("收银流水", "笔", 0.035, 0, noise=0.07),
        Meter("知识库", "席·日", 0.98, 0, noise=0.04),
        Meter("报表任务", "次", 0.36, 0, noise=0.08),
        Meter("实时音视频", "千分钟", 5.6, 3, noise=0.08),
    )
}
