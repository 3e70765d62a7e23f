"""Three voices on a request: whose each is, that they can be renewed, and which are missing."""

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.demand import joining, standing, voicing
from proxeny.demand.models import Request, Voice
from proxeny.identity.access import NotFound
from proxeny.ledger import reading, verifying
from proxeny.notices.models import Notice
from tests.cast import Cast
from tests.demand.conftest import Weighing

pytestmark = pytest.mark.usefixtures("on_22_november")
Of, Stand = Voice.Of, Voice.Stand


def speak(
    vendor: Cast, one: Request, of: Of, by: str, words: str = "值得做", stand: Stand = Stand.FOR
) -> Voice:
    return voicing.speak(one, of, stand, words, by=vendor.actor(by))


@pytest.mark.parametrize(
    ("of", "whose"),
    [(Of.PRODUCT, {"xu"}), (Of.SALES, {"pan"}), (Of.CUSTOMER, {"zhou", "he"})],
)
def test_each_voice_is_given_by_whose_it_is_and_by_nobody_else(
    vendor: Cast, weighing: Weighing, of: Of, whose: set[str]
) -> None:
    one = weighing.ask()
    refused = weighing.refusing(NotFound, lambda name: speak(vendor, one, of, name))
    assert set(vendor.people) - refused == whose


def test_sales_of_another_customer_has_no_voice(vendor: Cast, weighing: Weighing) -> None:
    with pytest.raises(NotFound):
        speak(vendor, weighing.ask(vendor.star_river), Of.SALES, "pan")


def test_a_voice_is_renewed_the_former_stays_and_the_same_again_changes_nothing(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    speak(vendor, one, Of.SALES, "pan", "续约时答应过", Stand.FOR)
    for _ in range(2):
        speak(vendor, one, Of.SALES, "pan", "要先签年框", Stand.CONDITIONS)
    said = [(voice.words, voice.stands) for voice in one.voices.all()]
    assert said == [("续约时答应过", False), ("要先签年框", True)]


def test_a_voice_needs_words_and_a_person_of_that_customer(vendor: Cast, weighing: Weighing) -> None:
    one, zhou = weighing.ask(), vendor.actor("zhou")
    with pytest.raises(ValidationError):
        speak(vendor, one, Of.CUSTOMER, "zhou", " ")
    stranger = contacting.add(vendor.yunqi, {"name": "别家的人"}, by=vendor.actor("lin"))
    with pytest.raises(ValidationError):
        voicing.speak(one, Of.CUSTOMER, Stand.FOR, "要", by=zhou, in_name_of=stranger)
    with pytest.raises(ValidationError):
        voicing.speak(one, Of.CUSTOMER, "maybe", "要", by=zhou)  # type: ignore[arg-type]


def test_only_who_gave_a_voice_takes_it_back_and_it_stays_to_be_read(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    voice = speak(vendor, one, Of.CUSTOMER, "zhou")
    with pytest.raises(NotFound):
        voicing.take_back(one, voice.pk, by=vendor.actor("he"))
    for _ in range(2):
        assert not voicing.take_back(one, voice.pk, by=vendor.actor("zhou")).stands
    assert one.voices.count() == 1
    kinds = [line.kind for line in reversed(reading.about(one.record))]
    assert kinds == ["request.asked", "request.voice-of-customer", "request.voice-taken-back"]
    assert verifying.verify().ok


def test_products_voice_holds_for_all_that_are_joined_the_others_for_their_own(
    vendor: Cast, weighing: Weighing
) -> None:
    leader, other = weighing.ask(), weighing.ask(vendor.yunqi)
    joining.join(other, leader, by=vendor.actor("he"))
    speak(vendor, other, Of.PRODUCT, "xu")
    speak(vendor, leader, Of.CUSTOMER, "zhou")
    missing = voicing.missing(standing.group_of(other))
    assert missing == {leader.pk: [Of.SALES], other.pk: [Of.CUSTOMER]}


def test_in_confidence_only_the_customers_voice_is_expected_and_heard(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.confided()
    assert voicing.missing(standing.group_of(one)) == {one.pk: [Of.CUSTOMER]}
    for of, name in ((Of.PRODUCT, "xu"), (Of.SALES, "pan")):
        with pytest.raises(NotFound):
            speak(vendor, one, of, name)
    speak(vendor, one, Of.CUSTOMER, "zhou")
    assert reading.about(one.record) == []


def test_product_and_sales_are_told_that_their_voice_is_wanted_until_it_is_given(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    assert {notice.staff for notice in Notice.objects.all()} == {vendor["xu"], vendor["pan"]}
    speak(vendor, one, Of.PRODUCT, "xu")
    assert {notice.staff for notice in Notice.objects.all()} == {vendor["pan"]}


def test_of_what_was_asked_in_confidence_nobody_is_told(weighing: Weighing) -> None:
    weighing.confided()
    assert not Notice.objects.filter(kind="request.weighed").exists()
