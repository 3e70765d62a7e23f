import pytest
from django.test import Client
from django.urls import reverse

from proxeny.accounts.models import Account
from proxeny.ledger import reading
from proxeny.web.lists import doing
from tests.cast import Cast, SignIn


def act(client: Client, key: str, *, done: bool = False, **sent: object) -> str:
    route = "accounts-act-done" if done else "accounts-act"
    answer = client.post(reverse(route, args=[key]), sent)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def speakers(vendor: Cast) -> list[str]:
    accounts = Account.objects.filter(pk__in=[vendor.luban.pk, vendor.star_river.pk, vendor.yunqi.pk])
    return [str(account.spokesperson) for account in accounts.order_by("reference")]


def test_before_anything_changes_each_row_says_what_would(vendor: Cast, sign_in: SignIn) -> None:
    rows = [vendor.luban.pk, vendor.yunqi.pk]
    text = act(sign_in("he"), "spokesperson", rows=rows, wanted="1", to=vendor["lin"].pk)
    assert (
        '<s class="quiet">周雨</s> <span aria-hidden="true">→</span> <span class="strong">林可</span>' in text
    )
    assert "林可 · It is so already." in text
    assert "Change 1 row" in text
    assert speakers(vendor) == ["周雨", "周雨", "林可"]


def test_the_good_ones_are_done_when_one_cannot_be(
    vendor: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ",".join(str(one.pk) for one in (vendor.luban, vendor.star_river, vendor.yunqi))
    whole = doing.Outcome
    usual = doing._one

    def refuses_one(row: Account, verb: object) -> object:
        if row == vendor.star_river:
            return whole("It is being split.", is_done=False)
        return usual(row, verb)

    monkeypatch.setattr(doing, "_one", refuses_one)
    text = act(sign_in("he"), "level", done=True, rows=rows, to="small")
    assert "2 rows are changed." in text
    assert "It is being split." in text
    levels = {account.reference: account.level for account in Account.objects.all()}
    assert levels == {"LB-01": "small", "XH-02": "strategic", "YQ-03": "small"}


def test_a_refusal_of_the_verb_itself_is_told_at_its_row(vendor: Cast, sign_in: SignIn) -> None:
    """Zhou leaves between the look and the deed: those he had keep him, no other gets him."""
    lead, form = sign_in("he"), {"rows": f"{vendor.luban.pk},{vendor.yunqi.pk}", "to": vendor["zhou"].pk}
    from proxeny.web.accounts.acts import AssignSpokesperson

    departing_person = vendor["zhou"]
    departing_person.is_active = False
    departing_person.save()
    answer = lead.post(reverse("accounts-act-done", args=["spokesperson"]), form)
    assert answer.status_code == 422
    outcome = doing._one(
        vendor.yunqi,
        lambda row: AssignSpokesperson().do(vendor.actor("he"), row, {"to": departing_person}),
    )
    assert not outcome.is_done
    assert "is not here as Spokesperson" in outcome.said
    assert speakers(vendor) == ["周雨", "周雨", "林可"]


def test_it_is_taken_back_at_once_except_where_somebody_has_decided_since(
    vendor: Cast, sign_in: SignIn
) -> None:
    lead, rows = sign_in("he"), f"{vendor.luban.pk},{vendor.star_river.pk}"
    text = act(lead, "spokesperson", done=True, rows=rows, to=vendor["lin"].pk)
    assert f'action="{reverse("accounts-act-undo")}"' in text
    assert speakers(vendor) == ["林可", "林可", "林可"]
    Account.objects.filter(pk=vendor.star_river.pk).update(spokesperson=None)
    answer = lead.post(reverse("accounts-act-undo"), follow=True)
    assert "1 row is as before. 1 was changed since and stays as it is." in answer.content.decode()
    assert speakers(vendor) == ["周雨", "None", "林可"]
    assert (
        "nothing left to take back" in lead.post(reverse("accounts-act-undo"), follow=True).content.decode()
    )


def test_every_row_that_is_changed_is_on_record_and_no_other(vendor: Cast, sign_in: SignIn) -> None:
    before = reading.count()
    act(
        sign_in("he"),
        "spokesperson",
        done=True,
        rows=f"{vendor.luban.pk},{vendor.yunqi.pk}",
        to=vendor["lin"].pk,
    )
    assert reading.count() == before + 1


def test_all_that_match_are_meant_and_no_more_than_an_act_takes(
    hundred: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, all_of_them = sign_in("he"), {"all": "1", "query": "q=N-&level=small"}
    assert "25 rows are ticked." in act(lead, "level", **all_of_them)
    monkeypatch.setattr(doing, "MOST", 20)
    text = act(lead, "level", done=True, to="key", **all_of_them)
    assert "25 rows match, and 20 can be changed at once" in text
    assert Account.objects.filter(level="small").count() == 25


@pytest.mark.parametrize("username", ["zhou", "pan", "shen", "tang", "lin"])
def test_nobody_but_a_lead_finds_the_acts(vendor: Cast, sign_in: SignIn, username: str) -> None:
    client, sent = sign_in(username), {"rows": vendor.luban.pk, "to": "small"}
    for route in ("accounts-act", "accounts-act-done"):
        assert client.post(reverse(route, args=["level"]), sent).status_code == 404
    vendor.luban.refresh_from_db()
    assert vendor.luban.level == "key"


def test_nonsense_is_no_act_and_no_row(vendor: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    assert lead.post(reverse("accounts-act", args=["ruin"]), {}).status_code == 404
    assert "Nothing is ticked" in act(lead, "level", rows="x,99999999,-1")
    assert (
        lead.post(
            reverse("accounts-act-done", args=["level"]), {"rows": vendor.luban.pk, "to": "huge"}
        ).status_code
        == 422
    )
