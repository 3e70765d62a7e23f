"""Receipts for customers: what was promised, written or solved, as one page with its proof that they can keep."""
