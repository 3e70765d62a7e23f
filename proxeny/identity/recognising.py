"""Recognising who sends a request: the person and the roles they hold, in one question and always as of now.

Nothing is kept between requests: a role that was taken is gone with the next request, in every process.
"""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import F, FilteredRelation, Q, QuerySet

from proxeny.core.phrased import Phrased
from proxeny.identity.models import Staff


def _with_roles(number: int) -> QuerySet[Staff]:
    """A row for each role held, or one without a role."""
    standing = FilteredRelation("grants", condition=Q(grants__ended_at=None))
    return Staff.objects.annotate(standing=standing, held=F("standing__role")).filter(pk=number)


_SENDER = Phrased(_with_roles)


class Recognised(AuthenticationBackend):  # type: ignore[misc]  # the library is untyped
    """Checks passwords as the library does, and finds the sender of a request with their roles."""

    def get_user(self, user_id: int) -> Staff | None:
        """Return the colleague, unless they have left."""
        rows = _SENDER(user_id)
        if not rows or not self.user_can_authenticate(rows[0]):
            return None
        staff = rows[0]
        staff.known_roles = frozenset(row.held for row in rows if row.held)  # type: ignore[attr-defined]
        return staff
