"""Signing in: colleagues are added by the owner, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from proxeny.core import clock
from proxeny.identity.models import Staff


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """No sign-up: a colleague exists because somebody added them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (the interface's signature)
        """Refuse."""
        return False

    def new_user(self, request: HttpRequest) -> Staff:  # noqa: ARG002
        """Return an unsaved colleague; needed by the library's own forms."""
        return Staff(added_at=clock.now())


class KnownPeopleOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The identity provider says who somebody is; whether they work here is our own record.

    The first sign-in through it is linked from a running session; an address in a token alone opens nothing, because another
    provider could assert the same address.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:  # noqa: ARG002
        """Refuse to make a colleague out of a token."""
        return False
