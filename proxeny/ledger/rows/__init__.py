"""What lines carry of rows: which tables are evidence, what a transaction changes in them, and the fingerprints of that.

Each package declares its tables in its `reconciled.py`. What a verb changes in them is noted while its transaction lasts, and
the next line that is appended carries a fingerprint of each such row, as it was and as it is (`ledger.reconciling` compares).
"""
