import pytest
from django.urls import reverse

from tests.cast import Cast, SignIn
from tests.web.accounts.asking import read


def test_a_lead_assigns_and_it_shows_on_record(on_the_day: SignIn, vendor: Cast) -> None:
    client, address = on_the_day("he"), reverse("account-assignment", args=[vendor.luban.pk])
    assert client.get(address).status_code == 200
    sent = {"level": "strategic", "spokesperson": vendor["lin"].reference, "sales": ""}
    assert client.post(address, sent).headers["Location"] == reverse("account", args=[vendor.luban.pk])
    vendor.luban.refresh_from_db()
    assert (vendor.luban.level, vendor.luban.spokesperson, vendor.luban.sales) == (
        "strategic",
        vendor["lin"],
        None,
    )
    assert "何苗 changed 鲁班建材" in read(client, "account", vendor.luban)


def test_only_who_holds_the_role_can_be_chosen(on_the_day: SignIn, vendor: Cast) -> None:
    sent = {"level": "key", "spokesperson": vendor["zhang"].reference, "sales": ""}
    assert (
        on_the_day("he").post(reverse("account-assignment", args=[vendor.luban.pk]), sent).status_code == 422
    )


@pytest.mark.parametrize("username", ["zhou", "pan", "shen", "lin"])
def test_nobody_but_a_lead_finds_the_assignment(on_the_day: SignIn, vendor: Cast, username: str) -> None:
    client, address = on_the_day(username), reverse("account-assignment", args=[vendor.luban.pk])
    assert client.get(address).status_code == 404
    assert client.post(address, {"level": "small"}).status_code == 404
