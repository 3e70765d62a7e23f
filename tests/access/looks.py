"""Looking by exception, for the tests: what Shen, the auditor, asks for and is granted of what 鲁班建材 told in confidence."""

from django.test import Client
from django.urls import reverse

from proxeny.accounts.glass import asking, deciding
from proxeny.cases.models import Case
from proxeny.identity.models import Admission
from tests.access.worlds import Vendor

REASON = "客户投诉,内审要核对原话"


def signed_in(at: Vendor, username: str) -> Client:
    client = Client()
    client.force_login(at[username])
    return client


def asked(at: Vendor, *, case: int = 0, hours: int = 24) -> Admission:
    """Return what Shen, the auditor, asks for."""
    return asking.ask(at.vendor.luban, reason=REASON, case=case, hours=hours, by=at["shen"].actor)


def granted(at: Vendor, *, case: int = 0, hours: int = 24, by: str = "tang") -> Admission:
    return deciding.grant(asked(at, case=case, hours=hours), by=at[by].actor)


def looking(at: Vendor, one: Admission) -> Client:
    """Return Shen's browser after “look now” was pressed."""
    client = signed_in(at, "shen")
    assert client.post(reverse("glass-looking", args=[one.pk])).status_code == 302
    return client


def hidden(at: Vendor) -> Case:
    """Return the case that was confidential from the beginning."""
    return Case.objects.filter(account=at.vendor.luban, is_confidential=True).order_by("number")[0]
