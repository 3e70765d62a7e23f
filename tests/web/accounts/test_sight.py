from tests.cast import Cast, SignIn
from tests.web.accounts.asking import REASON, of_account, read


def test_sales_see_how_it_was_judged_and_neither_why_nor_the_swing(
    on_the_day: SignIn, consumed: Cast
) -> None:
    client = on_the_day("pan")
    pages = [
        read(client, "accounts"),
        read(client, "account", consumed.luban),
        read(client, "accounts-export"),
    ]
    assert "doubtful" in pages[0]
    assert "doubtful" in pages[1]
    for page in [*pages, *(client.get(address).content.decode() for address in of_account(consumed))]:
        assert REASON not in page
        assert "35%" not in page
        assert "38%" not in page
        assert "-0.38" not in page
    both = [len(read(client, "accounts", swing=value).split("<tr data-row")) for value in ("1", "0")]
    assert both == [2, 2], "who may not know of swings cannot ask for them: the filter is not there"


def test_sales_and_lead_see_what_each_line_costs_and_the_spokesperson_only_the_sum(
    on_the_day: SignIn, consumed: Cast
) -> None:
    for username, sees_prices in (("pan", True), ("he", True), ("zhou", False)):
        page = read(on_the_day(username), "account", consumed.luban)
        assert ("¥573k" in page) is sees_prices
        assert "¥860k" in page


def test_an_auditor_sees_neither_judgement_nor_swing_nor_price(on_the_day: SignIn, consumed: Cast) -> None:
    client = on_the_day("shen")
    row = read(client, "accounts-export").split("LB-01")[1].split("\r\n")[0]
    assert "yellow" not in row
    assert "-0.38" not in row
    assert "contracts" not in row
    page = read(client, "account", consumed.luban)
    assert "¥860k" not in page
    assert "renews" not in page
