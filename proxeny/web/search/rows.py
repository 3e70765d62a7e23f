"""The rows of results, written in Python: a page has twenty, with three passages each."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from proxeny.web.quick import icon
from proxeny.web.quick import text as escaped
from proxeny.web.search.drawing import Drawn, Passage
from proxeny.web.templatetags.words import when as _when

Say = Callable[[datetime | None], str]


def rows(results: Iterable[Drawn]) -> SafeString:
    """Return the rows as HTML; whatever people wrote is escaped piece by piece."""
    # A result and its passage are often of the same moment, which takes long to say.
    when = cache(_when)
    return mark_safe("".join(_row(one, when) for one in results))  # noqa: S308  (see above)


def _row(one: Drawn, when: Say) -> str:
    line = one.line
    passages = "".join(_passage(each, when) for each in one.passages)
    facts = "".join(f"<span>{escaped(fact)}</span>" for fact in line.facts)
    status = line.status
    side = f'<span class="status {status[0]}">{escaped(status[1])}</span>' if status else ""
    return (
        f'<li class="row is-tall search-result{" is-gone" if line.is_gone else ""}" data-row>'
        f'{icon(one.kind.icon, str(one.kind.title))}<div class="row-main">'
        f'<a class="row-link row-title" href="{escaped(line.href)}">{one.title}</a> '
        f"<small>{facts}{when(one.at)}</small>{passages}{_more(one.more)}</div>"
        f'<div class="row-side">{side}</div></li>'
    )


def _passage(one: Passage, when: Say) -> str:
    who = ""
    if one.href:
        said = " · ".join(filter(None, (escaped(one.by), escaped(one.audience), when(one.at))))
        who = f' <a class="search-who" href="{escaped(one.href)}">{said}</a>'
    return f'<p class="search-passage">{one.html}{who}</p>'


def _more(count: int) -> str:
    if count < 1:
        return ""
    said = ngettext("and %(counter)s more passage in it", "and %(counter)s more passages in it", count)
    return f'<p class="search-who">{escaped(said % {"counter": count})}</p>'
