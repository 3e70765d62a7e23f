"""The record on the page of a promise, a concession, a talk, a request: without lines of a case that became confidential."""

import pytest
from django.db import transaction

from proxeny.cases import confiding
from proxeny.cases.opening import Opening, open_case
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.ledger import appending
from tests.access import worlds
from tests.cast import Cast, SignIn

SAID = "quietpromise"


@pytest.mark.parametrize("what", ["promise", "concession", "talk", "request"])
@pytest.mark.parametrize(
    ("username", "sees"), [("pan", False), ("shen", False), ("zhou", True), ("tang", True)]
)
def test_what_went_on_record_of_it_while_it_was_open_is_gone_with_it(
    vendor: Cast, sign_in: SignIn, what: str, username: str, sees: bool
) -> None:
    built, zhou = worlds.built(vendor), vendor.actor("zhou")
    case = open_case(vendor.luban, Opening(text="报表忽然全空", title="报表忽然全空"), by=zhou)
    number = getattr(built, what).pk
    on_record(case.record, references.to("account", vendor.luban.pk), references.to(what, number), by=zhou)
    address = f"/{what}s/{number}/"
    assert SAID in sign_in(username).get(address).content.decode()
    confiding.confide(case, is_confidential=True, by=zhou)
    assert (SAID in sign_in(username).get(address).content.decode()) is sees


def on_record(*about: Reference, by: Actor) -> None:
    """A line about the case and the other, as linking the two writes one."""
    with transaction.atomic():
        appending.append("account.changed", about=about, by=by, name=SAID)
