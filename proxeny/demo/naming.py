"""The vendor's people beside real ones: whose sign-in name is taken gets another, and every file says the new one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from proxeny.demo.staff import colleagues
from proxeny.demo.vendor import Colleague, Vendor
from proxeny.identity.models import Staff

DOMAIN = "yunti.example"
SUFFIX = "-yunti"


def mail_of(username: str) -> str:
    """Return the address of one of the vendor's people; the domain is reserved, so nobody real has it."""
    return f"{username}@{DOMAIN}"


def beside_others(vendor: Vendor) -> Vendor:
    """Return the vendor with other sign-in names for those whose name a real colleague has."""
    new = _new_names(vendor.colleagues)
    if not new:
        return vendor
    return replace(
        vendor,
        colleagues=_renamed(vendor.colleagues, new),
        customers=tuple(
            replace(
                one,
                spokesperson=new.get(one.spokesperson, one.spokesperson),
                sales=new.get(one.sales, one.sales),
            )
            for one in vendor.customers
        ),
        words=tuple(replace(one, by=new.get(one.by, one.by)) for one in vendor.words),
    )


def colleague(username: str) -> Staff | None:
    """Return one of the vendor's people, by whichever sign-in name they have here; None where they are not here."""
    return Staff.objects.filter(email__in=[mail_of(username), mail_of(username + SUFFIX)]).first()


def who_signs_in() -> Sequence[Colleague]:
    """Return those of the vendor who have a password, with the sign-in names that they have or would have here."""
    everyone = colleagues()
    return [one for one in _renamed(everyone, _new_names(everyone)) if one.signs_in]


def _new_names(everyone: Iterable[Colleague]) -> Mapping[str, str]:
    real = Staff.objects.exclude(email__endswith=f"@{DOMAIN}").values_list("username", flat=True)
    taken = {username.casefold() for username in real}
    return {one.username: one.username + SUFFIX for one in everyone if one.username.casefold() in taken}


def _renamed(everyone: Iterable[Colleague], new: Mapping[str, str]) -> tuple[Colleague, ...]:
    return tuple(replace(one, username=new.get(one.username, one.username)) for one in everyone)
