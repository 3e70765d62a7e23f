import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import changing
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast


def lines(account: Account) -> list[reading.Line]:
    return reading.about(account.record, kinds=["account.changed"])


@pytest.fixture
def luban(vendor: Cast) -> Account:
    """鲁班建材, in building materials."""
    Account.objects.filter(pk=vendor.luban.pk).update(industry="建材", region="华东")
    vendor.luban.refresh_from_db()
    return vendor.luban


def now(account: Account) -> Account:
    account.refresh_from_db()
    return account


def test_what_was_before_and_after_goes_on_record(luban: Account, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    change = changing.change(luban, {"industry": " 家居  零售 ", "customer_since": "2021-03-01"}, by=zhou)
    assert (now(luban).industry, str(luban.customer_since)) == ("家居 零售", "2021-03-01")
    (line,) = lines(luban)
    assert (line.sequence, line.actor) == (change.sequence, zhou.reference)
    assert line.content == {
        "name": "鲁班建材",
        "changes": {
            "industry": {"before": "建材", "after": "家居 零售"},
            "customer_since": {"before": None, "after": "2021-03-01"},
        },
    }


def test_a_new_name_is_found_by_its_initials(luban: Account, vendor: Cast) -> None:
    changing.change(luban, {"name": "公输家居"}, by=vendor.actor("zhou"))
    assert "gsjj" in now(luban).search_key
    assert "lbjc" not in luban.search_key


def test_wanting_what_is_there_changes_and_records_nothing(luban: Account, vendor: Cast) -> None:
    assert not changing.change(luban, {"industry": "建材"}, by=vendor.actor("zhou"))
    assert lines(luban) == []


@pytest.mark.parametrize("username", ["lin", "pan", "tang", "shen", "xu", "nobody"])
def test_to_who_may_not_change_it_it_does_not_exist(luban: Account, vendor: Cast, username: str) -> None:
    with pytest.raises(NotFound):
        changing.change(luban, {"industry": "零售"}, by=vendor.actor(username))
    assert now(luban).industry == "建材"
    assert lines(luban) == []


@pytest.mark.parametrize(
    ("username", "field", "value"), [("zhou", "credit_limit", "1"), ("zhou", "level", "small")]
)
def test_a_spokesperson_sets_neither_limit_nor_level(
    luban: Account, vendor: Cast, username: str, field: str, value: str
) -> None:
    with pytest.raises(NotFound):
        changing.change(luban, {"industry": "零售", field: value}, by=vendor.actor(username))
    assert (now(luban).industry, luban.level, luban.credit_limit_minor) == ("建材", "key", None)


def test_sales_sets_the_limit_in_the_customers_currency(luban: Account, vendor: Cast) -> None:
    changing.change(luban, {"credit_limit": "¥500,000.5"}, by=vendor.actor("pan"))
    assert now(luban).credit_limit_minor == 50_000_050
    changing.change(luban, {"credit_limit": ""}, by=vendor.actor("pan"), seen={"credit_limit": "500000.50"})
    assert now(luban).credit_limit is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("industry", "长" * 81),
        ("customer_since", "2021-13-01"),
        ("customer_since", "2999-01-01"),
        ("credit_limit", "much"),
        ("credit_limit", "-1"),
        ("credit_limit", "NaN"),
        ("level", "enormous"),
    ],
)
def test_what_cannot_be_is_refused_by_field_and_nothing_is_kept(
    luban: Account, vendor: Cast, field: str, value: str
) -> None:
    everybody = Actor.system("test")
    with pytest.raises(ValidationError) as refused:
        changing.change(luban, {"region": "华南", field: value}, by=everybody)
    assert set(refused.value.message_dict) == {field}
    assert now(luban).region == "华东"


def test_two_who_change_different_fields_both_get_what_they_want(luban: Account, vendor: Cast) -> None:
    seen = {"industry": "建材", "region": "华东"}
    changing.change(luban, {"industry": "零售", "region": "华东"}, by=vendor.actor("he"), seen=seen)
    changing.change(luban, {"industry": "建材", "region": "华南"}, by=vendor.actor("zhou"), seen=seen)
    assert (now(luban).industry, luban.region) == ("零售", "华南")


def test_the_second_to_change_a_field_is_told_by_whom_and_keeps_all_that_was_typed(
    luban: Account, vendor: Cast
) -> None:
    seen = {"industry": "建材", "region": "华东"}
    first = changing.change(luban, {"industry": "零售"}, by=vendor.actor("he"), seen=seen)
    with pytest.raises(Conflict) as met:
        changing.change(luban, {"industry": "家居", "region": "华南"}, by=vendor.actor("zhou"), seen=seen)
    (clash,) = met.value.clashes
    assert (clash.field, clash.mine, clash.theirs, clash.before) == ("industry", "家居", "零售", "建材")
    assert (clash.by, clash.at) == (vendor["he"].reference, lines(luban)[0].at)
    assert lines(luban)[0].sequence == first.sequence
    assert met.value.free == {"region": "华南"}
    assert (now(luban).industry, luban.region) == ("零售", "华东")


def test_a_third_change_while_one_decides_is_found_again(luban: Account, vendor: Cast) -> None:
    changing.change(luban, {"industry": "零售"}, by=vendor.actor("he"))
    decided = {"industry": "零售"}  # what the dialog showed as theirs
    changing.change(luban, {"industry": "批发"}, by=vendor.actor("he"))
    with pytest.raises(Conflict) as met:
        changing.change(luban, {"industry": "家居"}, by=vendor.actor("zhou"), seen=decided)
    assert (met.value.clashes[0].theirs, met.value.clashes[0].before) == ("批发", "零售")


def test_a_change_is_taken_back_once_and_both_stand_on_record(luban: Account, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    change = changing.change(luban, {"industry": "零售", "customer_since": "2020-01-01"}, by=zhou)
    assert change.sequence
    assert changing.take_back(luban, change.sequence, by=zhou)
    assert (now(luban).industry, luban.customer_since) == ("建材", None)
    assert not changing.take_back(luban, change.sequence, by=zhou)
    assert [line.content and line.content.get("takes_back") for line in lines(luban)] == [
        change.sequence,
        None,
    ]


def test_taking_back_what_another_has_changed_since_says_who_and_leaves_it(
    luban: Account, vendor: Cast
) -> None:
    zhou = vendor.actor("zhou")
    change = changing.change(luban, {"industry": "零售"}, by=zhou)
    changing.change(luban, {"industry": "家居"}, by=vendor.actor("he"))
    assert change.sequence
    with pytest.raises(Overtaken) as met:
        changing.take_back(luban, change.sequence, by=zhou)
    assert met.value.clashes[0].by == vendor["he"].reference
    assert now(luban).industry == "家居"


@pytest.mark.parametrize("username", ["he", "lin", "nobody"])
def test_only_who_made_a_change_takes_it_back(luban: Account, vendor: Cast, username: str) -> None:
    change = changing.change(luban, {"industry": "零售"}, by=vendor.actor("zhou"))
    assert change.sequence
    with pytest.raises(NotFound):
        changing.take_back(luban, change.sequence, by=vendor.actor(username))
    assert now(luban).industry == "零售"


def test_a_change_of_another_customer_is_not_taken_back_here(luban: Account, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    change = changing.change(vendor.star_river, {"industry": "物流"}, by=zhou)
    assert change.sequence
    with pytest.raises(NotFound):
        changing.take_back(luban, change.sequence, by=zhou)
