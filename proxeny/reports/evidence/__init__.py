"""Evidence: what is on record about a customer or a case, in one file that anybody can verify without us."""
