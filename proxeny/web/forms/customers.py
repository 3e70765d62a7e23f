"""The one customer that somebody means who types a name, pinyin or number."""

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from proxeny.accounts.finding import matching
from proxeny.accounts.models import Account
from proxeny.core import words

SHOWN = 5


def the_one(among: QuerySet[Account], typed: str) -> Account:
    """Return the one of `among` that is meant. Raises ValidationError for none, and for several, with their names."""
    exact = list(among.filter(Q(reference=typed) | Q(name=typed))[:2])
    found = exact if len(exact) == 1 else list(matching(among, typed)[: SHOWN + 1])
    if not found:
        raise ValidationError(_("No customer of yours is called that."))
    if len(found) > 1:
        values = {"names": words.listed([one.name for one in found[:SHOWN]], words.here())}
        raise ValidationError(_("More than one is called that: %(names)s. Write its number.") % values)
    return found[0]
