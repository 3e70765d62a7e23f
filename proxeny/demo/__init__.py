"""云梯科技, a made-up vendor of cloud and SaaS: people, customers, two years of consumption.

vendor = generate(today)
paths = write_files(vendor, folder)
"""

from proxeny.demo.files import write_files
from proxeny.demo.generating import generate
from proxeny.demo.vendor import Vendor

__all__ = ["Vendor", "generate", "write_files"]
