import pytest

from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from tests.cast import Cast, SignIn

SECRET = "their new IT head wants to leave us"


@pytest.mark.parametrize(
    ("username", "sees"), [("zhou", True), ("he", True), ("shen", True), ("pan", False), ("lin", False)]
)
def test_a_judgement_is_on_record_for_those_alone_who_may_know_it(
    vendor: Cast, sign_in: SignIn, username: str, sees: bool
) -> None:
    judging.judge(vendor.luban, band=Judgement.Band.RED, reason=SECRET, by=vendor.actor("zhou"))
    client = sign_in(username)
    pages = [client.get(path).content.decode() for path in ("/ledger/", f"/accounts/{vendor.luban.pk}/")]
    assert (SECRET in pages[0]) is sees
    if not sees:
        assert SECRET not in pages[1]
