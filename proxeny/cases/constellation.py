"""Who asks is seldom who decides, and seldom who pays: said in a sentence. Pure; in the language in force."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from proxeny.accounts.models import Contact
from proxeny.core import words

USER, IT = Contact.Part.USER, Contact.Part.IT


@dataclass(frozen=True, slots=True)
class Figure:
    """One person of the picture: `id` tells people apart, `part` is one of `Contact.Part` or empty."""

    id: int
    name: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Constellation:
    """Who stands where; None where nobody is known yet."""

    asks: Figure | None = None
    behind: Figure | None = None
    decides: Figure | None = None
    pays: Figure | None = None


def behind_it(of: Constellation) -> str:
    """Return on whose account the question comes, in a sentence; empty where that is not known."""
    if of.asks is None or of.behind is None:
        return ""
    names = {"asker": of.asks.name, "behind": of.behind.name}
    if of.asks.id == of.behind.id:
        if of.asks.part == IT:
            return _("IT wants it for itself: %(asker)s asks on nobody else’s behalf.") % names
        return _("%(asker)s asks on nobody else’s behalf.") % names
    if (of.behind.part, of.asks.part) == (USER, IT):
        return _("Business presses IT: %(asker)s asks because %(behind)s wants it.") % names
    if of.behind.part == of.asks.part:
        return _("%(asker)s passes on the words of %(behind)s, who wants it.") % names
    return _("%(asker)s asks on behalf of %(behind)s.") % names


def in_words(of: Constellation) -> str:
    """Return who asks, who decides and who pays in one sentence, and whether these are the same."""
    known = [one for one in (of.asks, of.decides, of.pays) if one]
    if not known:
        return _("Nobody known yet who asks, decides or pays.")
    if len(known) < 3:
        return _part_known(of)
    asks, decides, pays = known
    names = {"asks": asks.name, "decides": decides.name, "pays": pays.name}
    return _of_all(asks.id, decides.id, pays.id) % names


def _of_all(asks: int, decides: int, pays: int) -> str:
    if asks == decides == pays:
        return _("%(asks)s asks, decides and pays.")
    if decides == pays:
        return _("%(asks)s asks, but %(decides)s decides and pays.")
    if asks == decides:
        return _("%(asks)s asks and decides, but %(pays)s pays.")
    if asks == pays:
        return _("%(asks)s asks and pays, but %(decides)s decides.")
    return _("Three different people: %(asks)s asks, %(decides)s decides, %(pays)s pays.")


def _part_known(of: Constellation) -> str:
    """Say who is known and, in the same breath, what is not."""
    said = [
        text % {"name": one.name}
        for one, text in (
            (of.asks, _("%(name)s asks")),
            (of.decides, _("%(name)s decides")),
            (of.pays, _("%(name)s pays")),
        )
        if one
    ]
    gaps = [
        text
        for one, text in (
            (of.asks, _("who asks")),
            (of.decides, _("who decides")),
            (of.pays, _("who pays")),
        )
        if one is None
    ]
    values = {"known": words.listed(said, words.here()), "gaps": words.listed(gaps, words.here())}
    return _("%(known)s. Nobody known yet: %(gaps)s.") % values
