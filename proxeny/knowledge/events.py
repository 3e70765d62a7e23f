"""What can happen to articles."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    DRAFTED = "article.drafted"
    CHANGED = "article.changed"
    PUBLISHED = "article.published"
    PUBLISHING_TAKEN_BACK = "article.publishing-taken-back"
    RETIRED = "article.retired"
    RESTORED = "article.restored"


kinds.register(
    {
        Kind.DRAFTED: N_("%(actor)s drafted the article %(title)s"),
        Kind.CHANGED: N_("%(actor)s changed the article %(title)s"),
        Kind.PUBLISHED: N_("%(actor)s published the article %(title)s"),
        Kind.PUBLISHING_TAKEN_BACK: N_("%(actor)s took back that the article %(title)s was published"),
        Kind.RETIRED: N_("%(actor)s retired the article %(title)s. %(reason)s"),
        Kind.RESTORED: N_("%(actor)s brought the article %(title)s back"),
    }
)
