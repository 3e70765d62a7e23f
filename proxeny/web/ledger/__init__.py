"""The ledger as it is read."""
