"""云梯科技, a made-up vendor of cloud and SaaS: people, customers, two years of consumption.

vendor = generate(today)
paths = write_files(vendor, folder)
"""

from proxeny.cli.demo_vendor.files import write_files
from proxeny.cli.demo_vendor.generating import generate
from proxeny.cli.demo_vendor.vendor import Vendor

__all__ = ["Vendor", "generate", "write_files"]
