"""Papers: PDF on A4, in Chinese and English, set by Typst from templates of our own (`papers/`).

    render("evidence", {...}, title="鲁班建材", language="zh")

What is said in a paper comes as data and is never read as markup; what is to be copied out of it comes as `Exact`. A template
can open nothing but what stands beside it.
`papers/house.typ` is what all of them share: the page, headings, facts, tables, notes.
"""

from proxeny.core.printing.rendering import NotSet, render
from proxeny.core.printing.signs import Exact

__all__ = ["Exact", "NotSet", "render"]
