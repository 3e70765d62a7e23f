"""What is given away: noted, told at once, approved within limits, refused, withdrawn; and who may know of it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.accounts.models import TalkPoint
from proxeny.accounts.talks import saying
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Role
from proxeny.ledger import reading, verifying
from proxeny.notices.models import Notice
from proxeny.promises.concessions import access, conceding, deciding, texts, withdrawing
from proxeny.promises.concessions.standing import State, in_state, state_of
from proxeny.promises.models import Concession
from proxeny.search.models import Document
from tests.accounts.talked import talk
from tests.cast import TODAY, Cast
from tests.promises.conceded import CAPACITY, concede, limit

pytestmark = pytest.mark.usefixtures("on_22_november")
OUTSIDERS = ("lin", "xu", "zhang", "shen", "nobody")


def errors(call: Callable[[], object]) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        call()
    return refused.value.message_dict


def state(made: Concession, on: date = TODAY) -> State:
    return state_of(Concession.objects.get(pk=made.pk), on)


def told(vendor: Cast) -> dict[str, list[str]]:
    names = {person.pk: username for username, person in vendor.people.items()}
    found: dict[str, list[str]] = {}
    for one in Notice.objects.order_by("pk"):
        text = Sentence.from_json(one.text).in_language("en")
        found.setdefault(names[one.staff_id], []).append(text.replace("\u00a0", " ").replace("\u202f", " "))
    return found


def test_who_speaks_sells_leads_or_owns_notes_one_and_nobody_else(vendor: Cast) -> None:
    for username in ("zhou", "pan", "he", "tang"):
        assert concede(vendor, by=username).recorded_by == vendor[username]
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            concede(vendor, by=outsider)
    with pytest.raises(ValueError, match="a person's"):
        conceding.concede(vendor.luban, what="x", worth=Money(1, "CNY"), by_name="x", by=Actor.system("demo"))


def test_a_concession_needs_words_a_worth_a_person_and_days_that_can_be(vendor: Cast) -> None:
    assert set(errors(lambda: concede(vendor, what=" "))) == {"what"}
    assert set(errors(lambda: concede(vendor, 0))) == {"worth"}
    assert set(errors(lambda: concede(vendor, currency="¥"))) == {"currency"}
    assert set(errors(lambda: concede(vendor, by_name=" "))) == {"by_name"}
    assert set(errors(lambda: concede(vendor, made_on=TODAY + timedelta(days=1)))) == {"made_on"}
    assert set(errors(lambda: concede(vendor, until=TODAY - timedelta(days=1)))) == {"until"}
    assert set(errors(lambda: concede(vendor, source="nowhere"))) == {"source"}
    stranger = contacting.add(vendor.yunqi, {"name": "别家的人"}, by=vendor.actor("lin"))
    assert set(errors(lambda: concede(vendor, to_contact=stranger))) == {"to_contact"}
    assert not Concession.objects.exists()


def test_sales_and_who_speaks_for_the_customer_learn_of_it_at_once_at_any_hour(vendor: Cast) -> None:
    concede(vendor, by="he")
    said = "秦副总 gave 鲁班建材 ¥50k away, noted by 何苗: 三个月的存储,免费"
    assert told(vendor) == {"zhou": [said], "pan": [said]}
    assert all(one.shown_from <= one.at for one in Notice.objects.all())


def test_what_was_told_in_confidence_does_not_exist_for_sales(vendor: Cast) -> None:
    made = concede(vendor, in_confidence=True)
    deciding.refuse(made, reason="不送", by=vendor.actor("he"))
    assert set(told(vendor)) == {"zhou"}
    reads = {name for name in vendor.people if access.concessions(vendor.actor(name)).exists()}
    assert reads == {"zhou", "he", "tang"}
    assert reading.about(made.record) == []
    with pytest.raises(NotFound):
        deciding.approve(made, by=vendor.actor("pan"))
    with pytest.raises(NotFound):
        concede(vendor, by="pan", in_confidence=True)


def test_each_reads_the_concessions_of_customers_that_are_open_to_them(vendor: Cast) -> None:
    concede(vendor)
    reads = {name for name in vendor.people if access.concessions(vendor.actor(name)).exists()}
    writes = {name for name in vendor.people if access.concessions(vendor.actor(name), write=True).exists()}
    assert reads == {"zhou", "he", "tang", "pan", "shen"}
    assert writes == {"zhou", "he", "tang", "pan"}
    for username in vendor.people:
        actor = vendor.actor(username)
        for account in (vendor.luban, vendor.star_river, vendor.yunqi):
            told_so = access.accounts_of(actor).filter(pk=account.pk).exists()
            assert access.may_note(actor, account) == told_so


def test_one_approves_within_ones_limit_only_and_is_told_who_can_instead(vendor: Cast) -> None:
    limit(vendor, Role.SPOKESPERSON, 60_000)
    limit(vendor, Role.LEAD, 200_000)
    first, second = concede(vendor), concede(vendor)
    withdrawing.withdraw(second, reason="记重了", by=vendor.actor("zhou"))
    deciding.approve(first, by=vendor.actor("zhou"))
    assert state(first) == State.APPROVED
    withdrawing.restore(second, by=vendor.actor("zhou"))
    said = errors(lambda: deciding.approve(second, by=vendor.actor("zhou")))
    assert said == {
        "reason": [
            "It comes to ¥100,000.00 in twelve months, your limit is ¥60,000.00. 何苗 and 唐总 can decide it."
        ]
    }
    assert state(second) == State.UNAPPROVED
    deciding.approve(second, by=vendor.actor("he"))
    assert state(second) == State.APPROVED
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            deciding.approve(second, by=vendor.actor(outsider))


def test_without_a_limit_a_role_gives_nothing_and_the_owner_everything(vendor: Cast) -> None:
    made = concede(vendor, 1)
    for username in ("zhou", "pan", "he"):
        assert set(errors(lambda who=username: deciding.approve(made, by=vendor.actor(who)))) == {"reason"}
    deciding.approve(made, by=vendor.actor("tang"))
    limit(vendor, Role.OWNER, 1)
    said = errors(lambda: deciding.approve(concede(vendor, 1), by=vendor.actor("tang")))
    assert said["reason"][0].endswith("Nobody has a limit that high.")


def test_currencies_are_never_added_up(vendor: Cast) -> None:
    limit(vendor, Role.SPOKESPERSON, 60_000)
    limit(vendor, Role.SPOKESPERSON, 60_000, "USD")
    here, there = concede(vendor), concede(vendor, currency="USD")
    for made in (here, there):
        deciding.approve(made, by=vendor.actor("zhou"))
    euros = concede(vendor, 1, currency="EUR")
    assert set(errors(lambda: deciding.approve(euros, by=vendor.actor("zhou")))) == {"reason"}


def test_an_old_concession_counts_when_it_is_itself_decided_and_never_else(vendor: Cast) -> None:
    limit(vendor, Role.SPOKESPERSON, 60_000)
    old = concede(vendor, made_on=TODAY - timedelta(days=366))
    new = concede(vendor)
    deciding.approve(new, by=vendor.actor("zhou"))
    assert set(errors(lambda: deciding.approve(old, by=vendor.actor("zhou")))) == {"reason"}


def test_refusing_takes_a_reason_and_a_lead_or_as_high_a_limit(vendor: Cast) -> None:
    made = concede(vendor)
    assert set(errors(lambda: deciding.refuse(made, reason=" ", by=vendor.actor("he")))) == {"reason"}
    assert set(errors(lambda: deciding.refuse(made, reason="x", by=vendor.actor("zhou")))) == {"reason"}
    deciding.refuse(made, reason="没有预算", by=vendor.actor("he"))
    assert state(made) == State.REFUSED
    assert set(errors(lambda: deciding.approve(made, by=vendor.actor("tang")))) == {"reason"}
    with pytest.raises(NotFound):
        deciding.take_back(made, by=vendor.actor("tang"))
    deciding.take_back(made, by=vendor.actor("he"))
    assert state(made) == State.UNAPPROVED


def test_every_verb_can_be_taken_back_stands_on_record_and_does_no_harm_twice(vendor: Cast) -> None:
    made, tang = concede(vendor, source="case:1"), vendor.actor("tang")
    for _ in range(2):
        deciding.approve(made, by=tang)
    for _ in range(2):
        deciding.take_back(made, by=tang)
    for _ in range(2):
        withdrawing.withdraw(made, reason="客户不要", by=tang)
    for _ in range(2):
        withdrawing.restore(made, by=tang)
    kinds = [line.kind.removeprefix("concession.") for line in reversed(reading.about(made.record))]
    assert kinds == ["made", "approved", "decision-taken-back", "withdrawn", "restored"]
    assert verifying.verify().ok


def test_noted_by_mistake_it_is_taken_back_by_who_noted_it_on_the_same_day(vendor: Cast) -> None:
    made = concede(vendor)
    with pytest.raises(NotFound):
        conceding.take_back(made, by=vendor.actor("he"))
    assert conceding.take_back(made, by=vendor.actor("zhou"))
    assert (state(made), told(vendor)) == (State.WITHDRAWN, {})
    later = concede(vendor)
    with clock.on(TODAY + timedelta(days=1)):
        assert not conceding.take_back(later, by=vendor.actor("zhou"))


def test_it_ends_by_itself_and_the_condition_tells_the_same_as_the_rule(vendor: Cast) -> None:
    ended, gone, no = (concede(vendor, until=TODAY, made_on=TODAY) for _ in range(3))
    concede(vendor)
    deciding.approve(ended, by=vendor.actor("tang"))
    deciding.approve(concede(vendor), by=vendor.actor("tang"))
    withdrawing.withdraw(gone, reason="x", by=vendor.actor("tang"))
    deciding.refuse(no, reason="x", by=vendor.actor("tang"))
    assert state(ended) == State.APPROVED
    tomorrow = TODAY + timedelta(days=1)
    for one in State:
        by_rule = {made.pk for made in Concession.objects.all() if state_of(made, tomorrow) == one}
        assert by_rule, one
        assert (
            set(Concession.objects.filter(in_state([one], tomorrow)).values_list("pk", flat=True)) == by_rule
        )


def test_it_is_found_by_its_words_by_those_who_may_read_it_until_it_is_withdrawn(vendor: Cast) -> None:
    made = concede(vendor)
    secret = concede(vendor, in_confidence=True)

    def found(username: str) -> set[str]:
        rows = Document.objects.filter(texts.findable(vendor.actor(username)), title=CAPACITY)
        return set(rows.values_list("about", flat=True))

    assert found("zhou") == found("tang") == {str(made.record), str(secret.record)}
    assert found("pan") == found("shen") == {str(made.record)}
    assert found("lin") == found("zhang") == set()
    withdrawing.withdraw(made, reason="x", by=vendor.actor("zhou"))
    assert found("pan") == set()


def test_a_point_that_sales_passed_on_becomes_a_concession_and_is_free_again_when_taken_back(
    vendor: Cast,
) -> None:
    point = saying.say(talk(vendor), TalkPoint.Kind.OTHER, "送三个月", by=vendor.actor("pan"))
    made = concede(vendor, source=str(point.record))
    assert TalkPoint.objects.get().became == str(made.record)
    conceding.take_back(made, by=vendor.actor("zhou"))
    assert TalkPoint.objects.get().became == ""
    with pytest.raises(NotFound):
        concede(vendor, account=vendor.star_river, by="lin", source=str(point.record))
    with pytest.raises(ValidationError):
        concede(vendor, account=vendor.star_river, source=str(point.record))


def test_no_sum_tells_sales_of_what_was_given_in_confidence(vendor: Cast) -> None:
    limit(vendor, Role.SALES, 60_000)
    concede(vendor, in_confidence=True)
    made = concede(vendor)
    assert deciding.what_it_comes_to(made, seen_by=vendor.actor("zhou")).minor == 10_000_000
    assert deciding.what_it_comes_to(made, seen_by=vendor.actor("pan")).minor == 5_000_000
    deciding.approve(made, by=vendor.actor("pan"))
    assert state(made) == State.APPROVED


def test_what_sales_passed_on_is_no_confidence(vendor: Cast) -> None:
    point = saying.say(talk(vendor), TalkPoint.Kind.OTHER, "送三个月", by=vendor.actor("pan"))
    assert set(errors(lambda: concede(vendor, source=str(point.record), in_confidence=True))) == {
        "in_confidence"
    }
    assert TalkPoint.objects.get().became == ""
