"""Files of rows, one thing a row or a few: understood, compared with what stands, kept, and taken back.

`importer.RowImporter` is what the faces see. A package that has such things brings two objects: a `reading.RowReader`, which
says what the cells of its rows mean, and a `shelf.Shelf`, which says how its things are kept.
"""
