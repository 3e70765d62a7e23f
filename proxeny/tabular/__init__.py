"""What a table's text means, wherever it is read: encodings, delimiters, kinds of files, names, numbers, days,
formulas.

Answers are values or members of small enumerations, never sentences: each reader of files says in its own
words what is wrong.
"""
