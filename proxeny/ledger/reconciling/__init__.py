"""Laying rows beside what their lines carry of them, so that a row changed behind the back of the verbs is found."""
