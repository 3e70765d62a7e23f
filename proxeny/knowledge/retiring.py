"""Retiring an article that does not hold any more, and bringing it back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.knowledge import recording, texts
from proxeny.knowledge.events import Kind
from proxeny.knowledge.models import Article

FIELDS = ["retired_at", "retired_by", "retired_because"]


def retire(article: Article, *, reason: str, by: Actor) -> Article:
    """Retire the article: nobody finds it any more; who writes articles can still read it, with the reason.

    Doing it twice changes nothing. Raises NotFound, and ValidationError without a reason.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(article, by)
        if row.state == Article.State.RETIRED:
            return row
        if not reason.strip():
            raise ValidationError({"reason": _("Say why: the reason is what others will read.")})
        row.retired_at, row.retired_by_id, row.retired_because = clock.now(), staff, reason.strip()
        row.save(update_fields=FIELDS)
        recording.append(Kind.RETIRED, row, by=by, reason=row.retired_because)
        texts.keep(row)
    return row


def restore(article: Article, *, by: Actor) -> Article:
    """Bring a retired article back as it was, published or a draft. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(article, by)
        if row.state != Article.State.RETIRED:
            return row
        row.retired_at, row.retired_by, row.retired_because = None, None, ""
        row.save(update_fields=FIELDS)
        recording.append(Kind.RESTORED, row, by=by)
        texts.keep(row)
    return row
