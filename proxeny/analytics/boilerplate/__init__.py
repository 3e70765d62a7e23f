"""The same words to many customers: `same_words(documents)` says of each document how much of it others got as well.

Clauses that stand in the documents of several customers come first (`clauses`, `frequency`), whole documents that are
alike without sharing clauses letter by letter second (`minhash`).
"""

from proxeny.analytics.boilerplate.documents import Document, SameWords, SharedClause, same_words

__all__ = ["Document", "SameWords", "SharedClause", "same_words"]
