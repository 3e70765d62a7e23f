"""The pages of teams: what lies with each, and its record, for those who may read it."""

import json

import pytest
from click.testing import CliRunner
from django.test import Client

from proxeny.cli.team import command
from proxeny.dispatch import accepting
from tests.cast import SignIn
from tests.dispatch import ordered
from tests.dispatch.conftest import at
from tests.dispatch.ordered import Works

__all__ = ["at"]
pytestmark = pytest.mark.usefixtures("on_22_november")


def test_the_teams_stand_by_name_with_what_lies_with_each(at: Works, sign_in: SignIn) -> None:
    ordered.order(at)
    page = sign_in("he").get("/teams/").content.decode()
    assert "存储组" in page
    assert page.index("存储组") < page.index("网络组") < page.index("计算组")
    assert "1 张单" in page or "1 order" in page


def test_a_team_shows_its_orders_oldest_first_and_its_record(at: Works, sign_in: SignIn) -> None:
    first, second = ordered.order(at), ordered.order(at, wanted="再查一次磁盘")
    accepting.accept(first, by=at.actor("zhang"), seen=1)
    page = sign_in("zhou").get(f"/teams/{at.storage.pk}/").content.decode()
    assert page.index(first.wanted) < page.index(second.wanted)
    assert '<svg class="chart whiskers"' in page


def test_an_order_of_a_customer_that_is_not_the_readers_is_counted_and_not_named(
    at: Works, sign_in: SignIn
) -> None:
    ordered.order(at)
    page = sign_in("lin").get(f"/teams/{at.storage.pk}/").content.decode()
    assert ordered.WANTED not in page
    assert "panel-gap" in page


def test_a_team_without_orders_says_when_its_record_begins(at: Works, sign_in: SignIn) -> None:
    answer = sign_in("he").get(f"/teams/{at.network.pk}/")
    assert answer.status_code == 200
    assert answer.context["record"].is_empty


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("he", 200),
        ("zhou", 200),
        ("tang", 200),
        ("shen", 200),
        ("zhang", 200),
        ("wang", 404),
        ("qian", 404),
        ("pan", 404),
        ("xu", 404),
        ("nobody", 404),
    ],
)
def test_an_engineer_of_another_team_and_sales_do_not_find_it(at: Works, who: str, status: int) -> None:
    reader = Client()
    reader.force_login(at[who])
    assert reader.get(f"/teams/{at.storage.pk}/").status_code == status


def test_the_command_prints_one_document(at: Works) -> None:
    ordered.order(at)
    told = CliRunner().invoke(command, ["存储组", "--json"])
    assert told.exit_code == 0
    assert json.loads(told.output)["periods"][-1]["arrived"] == 1


def test_the_command_names_the_teams_where_there_is_none_of_that_name(at: Works) -> None:
    told = CliRunner().invoke(command, ["没有的组"])
    assert told.exit_code == 2
    assert "存储组" in told.output


def test_the_command_shows_an_engineer_no_other_team(at: Works) -> None:
    assert CliRunner().invoke(command, ["网络组", "--as", "zhang"]).exit_code == 2
    shown = CliRunner().invoke(command, ["存储组", "--as", "zhang"])
    assert shown.exit_code == 0
    assert "存储组" in shown.output
