"""The page shows the top of a long docket; what is of less weight comes a page at a time, also without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from proxeny.core.findings import Cause, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.docket import gathering
from proxeny.docket.models import Sighting
from proxeny.judgement import sweeping
from tests.cast import TODAY, Cast, SignIn, make_account

pytestmark = pytest.mark.usefixtures("on_22_november")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def long_docket(vendor: Cast) -> list[str]:
    """Forty customers with one matter each, the heaviest first; the names in that order."""
    many = [make_account(f"T-{place}", f"客户{place:02}", spokesperson=vendor["zhou"]) for place in range(40)]
    sweeping.keep(sweeping.Seen(TODAY, sweeping.known_version(TODAY)))
    gathering.gather(
        TODAY,
        [
            Finding(
                "swing",
                one.pk,
                Cause("swing/disk/CNY/down", TODAY - timedelta(days=3), 0.4),
                Sentence("It fell."),
                stake=Money(1000 + place, "CNY"),
            )
            for place, one in enumerate(many)
        ],
    )
    return [one.name for one in reversed(many)]


def names(client: Client, address: str, headers: dict[str, str] | None = None) -> list[str]:
    return re.findall(r"客户\d\d(?=</a></h2>)", client.get(address, headers=headers).content.decode())


def test_top_and_pages_show_every_customer_once_with_htmx_and_without(
    long_docket: list[str], sign_in: SignIn
) -> None:
    zhou = sign_in("zhou")
    for headers in (None, HTMX):
        pages = [names(zhou, "/"), *(names(zhou, f"/docket/rest/?page={page}", headers) for page in (1, 2))]
        assert [len(page) for page in pages] == [15, 15, 10]
        assert [name for page in pages for name in page] == long_docket


def test_each_page_leads_to_the_next_and_the_last_one_to_none(
    long_docket: list[str], sign_in: SignIn
) -> None:
    zhou = sign_in("zhou")
    links = {
        address: re.findall(r'href="(/docket/rest/[^"]*)"', zhou.get(address).content.decode())
        for address in (
            "/?order=stake",
            "/docket/rest/?page=1&order=stake",
            "/docket/rest/?page=2&order=stake",
        )
    }
    assert list(links.values()) == [
        ["/docket/rest/?page=1&amp;order=stake"],
        ["/docket/rest/?page=2&amp;order=stake"],
        [],
    ]
    assert len(long_docket) == 40


def test_an_item_of_the_rest_is_opened_beside_the_top(long_docket: list[str], sign_in: SignIn) -> None:
    last = Sighting.objects.get(account__name=long_docket[-1])
    page = sign_in("zhou").get(f"/docket/{last.matter_id}/").content.decode()
    assert f'<a class="strong" href="/accounts/{last.account_id}/">' in page


@pytest.mark.parametrize("page", ["0", "-1", "x", "99", "9" * 40, ""])
def test_a_page_that_does_not_exist_shows_no_fault(
    long_docket: list[str], sign_in: SignIn, page: str
) -> None:
    assert sign_in("zhou").get(f"/docket/rest/?page={page}").status_code == 200
    assert sign_in("zhou").get(f"/docket/rest/?page={page}", headers=HTMX).status_code == 200
    assert names(sign_in("lin"), f"/docket/rest/?page={page}", HTMX) == []
    assert long_docket


def test_the_page_costs_few_queries_however_long_the_docket_is(
    long_docket: list[str], sign_in: SignIn, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    zhou = sign_in("zhou")
    zhou.get("/")
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        assert names(zhou, "/") == long_docket[:15]
