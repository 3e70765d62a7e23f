"""Who stands behind a case, and what would satisfy whom."""

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.accounts.models import Contact
from proxeny.cases import constellation, framing, opening, satisfying
from proxeny.cases.constellation import Constellation, Figure
from proxeny.cases.models import Case, Satisfaction
from proxeny.cases.opening import Opening
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(
        vendor.luban, Opening(text="业务要实时看板,到底能不能做?"), by=vendor.actor("zhou")
    )


@pytest.fixture
def people(vendor: Cast) -> dict[str, Contact]:
    said = {"li": ("李工", "it"), "wang": ("王主管", "user"), "chen": ("陈总", "boss")}
    return {
        key: contacting.add(vendor.luban, {"name": name, "part": part}, by=vendor.actor("zhou"))
        for key, (name, part) in said.items()
    }


def ref(contact: Contact) -> str:
    return f"contact:{contact.pk}"


def test_it_says_who_asks_for_whom_who_decides_and_who_pays(
    case: Case, vendor: Cast, people: dict[str, Contact]
) -> None:
    who = {
        "asked_by": ref(people["li"]),
        "on_behalf_of": ref(people["wang"]),
        "decides": ref(people["wang"]),
        "pays": ref(people["chen"]),
        "hoped_conclusion": "做不了,\n或者现有方案就够",
    }
    framing.frame(case, who, by=vendor.actor("zhou"))
    kept = framing.framing_of(case)
    assert (kept.asked_by, kept.on_behalf_of, kept.decides, kept.pays) == (
        people["li"],
        people["wang"],
        people["wang"],
        people["chen"],
    )
    assert kept.hoped_conclusion == "做不了,\n或者现有方案就够"
    line = reading.about(case.record, kinds=["case.framed"])[0]
    assert line.content["changes"]["pays"]["after"] == ref(people["chen"])


def test_nobody_of_another_customer_stands_behind_it(case: Case, vendor: Cast) -> None:
    elsewhere = contacting.add(vendor.yunqi, {"name": "赵工"}, by=vendor.actor("lin"))
    with pytest.raises(ValidationError) as refused:
        framing.frame(case, {"decides": ref(elsewhere)}, by=vendor.actor("zhou"))
    assert set(refused.value.message_dict) == {"decides"}


def test_two_who_name_different_people_are_shown_both(
    case: Case, vendor: Cast, people: dict[str, Contact]
) -> None:
    framing.frame(case, {"decides": ref(people["wang"])}, by=vendor.actor("he"), seen={"decides": ""})
    framing.frame(case, {"pays": ref(people["chen"])}, by=vendor.actor("zhou"), seen={"pays": ""})
    with pytest.raises(Conflict) as met:
        framing.frame(case, {"decides": ref(people["li"])}, by=vendor.actor("zhou"), seen={"decides": ""})
    assert met.value.clashes[0].by == vendor["he"].reference
    kept = framing.framing_of(case)
    assert (kept.decides, kept.pays) == (people["wang"], people["chen"])


def test_it_is_taken_back_unless_another_has_spoken_since(
    case: Case, vendor: Cast, people: dict[str, Contact]
) -> None:
    zhou = vendor.actor("zhou")
    change = framing.frame(case, {"decides": ref(people["wang"])}, by=zhou)
    assert change.sequence
    framing.take_back(case, change.sequence, by=zhou)
    assert framing.framing_of(case).decides is None
    again = framing.frame(case, {"decides": ref(people["li"])}, by=zhou)
    framing.frame(case, {"decides": ref(people["chen"])}, by=vendor.actor("he"))
    assert again.sequence
    with pytest.raises(Overtaken):
        framing.take_back(case, again.sequence, by=zhou)


def test_what_would_satisfy_somebody_is_met_by_their_word_alone(
    case: Case, vendor: Cast, people: dict[str, Contact]
) -> None:
    zhou = vendor.actor("zhou")
    one = satisfying.say(case, "给业务一个说得通的理由", by=zhou, contact=ref(people["li"]))
    assert satisfying.say(case, "给业务一个说得通的理由", by=zhou, contact=ref(people["li"])) == one
    with pytest.raises(ValidationError):
        satisfying.meet(one, "  ", by=zhou)
    satisfying.meet(one, "可以,我就这么回", by=zhou)
    one.refresh_from_db()
    assert (one.met_at is not None, one.word) == (True, "可以,我就这么回")
    satisfying.unmeet(one, by=zhou)
    one.refresh_from_db()
    assert (one.met_at, one.word) == (None, "")
    kinds = [line.kind for line in reading.about(case.record, most=3)]
    assert kinds == ["case.satisfaction-open", "case.satisfaction-met", "case.satisfaction-said"]


def test_what_was_met_in_other_words_is_open_again(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    one = satisfying.say(case, "月底前能用", by=zhou)
    satisfying.meet(one, "能用了", by=zhou)
    satisfying.reword(one, {"when": "月底前全员能用"}, by=zhou, seen={"when": "月底前能用"})
    one.refresh_from_db()
    assert (one.when, one.met_at) == ("月底前全员能用", None)


def test_two_who_say_it_in_other_words_are_shown_both(case: Case, vendor: Cast) -> None:
    one = satisfying.say(case, "月底前能用", by=vendor.actor("zhou"))
    satisfying.reword(one, {"when": "下周能用"}, by=vendor.actor("he"), seen={"when": "月底前能用"})
    with pytest.raises(Conflict) as met:
        satisfying.reword(one, {"when": "年底能用"}, by=vendor.actor("zhou"), seen={"when": "月底前能用"})
    assert (met.value.clashes[0].theirs, met.value.clashes[0].by) == ("下周能用", vendor["he"].reference)


def test_removing_it_twice_does_no_harm_and_what_it_said_stays_on_record(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    one = satisfying.say(case, "月底前能用", by=zhou)
    satisfying.drop(one, by=zhou)
    satisfying.drop(one, by=zhou)
    assert not Satisfaction.objects.exists()
    (line,) = reading.about(case.record, kinds=["case.satisfaction-dropped"])
    assert line.content["when"] == "月底前能用"


@pytest.mark.parametrize("outsider", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_an_outsider_frames_and_satisfies_nothing(case: Case, vendor: Cast, outsider: str) -> None:
    one = satisfying.say(case, "月底前能用", by=vendor.actor("zhou"))
    by = vendor.actor(outsider)
    for act in (
        lambda: framing.frame(case, {"hoped_conclusion": "x"}, by=by),
        lambda: framing.take_back(case, 1, by=by),
        lambda: satisfying.say(case, "x", by=by),
        lambda: satisfying.reword(one, {"when": "x"}, by=by),
        lambda: satisfying.meet(one, "x", by=by),
        lambda: satisfying.unmeet(one, by=by),
        lambda: satisfying.drop(one, by=by),
        lambda: satisfying.satisfaction_for(by, one.pk),
    ):
        with pytest.raises(NotFound):
            act()
    one.refresh_from_db()
    assert (one.when, one.met_at) == ("月底前能用", None)


LI, WANG, CHEN = Figure(1, "李工", "it"), Figure(2, "王主管", "user"), Figure(3, "陈总", "boss")
HEAD = Figure(4, "赵总监", "it")


@pytest.mark.parametrize(
    ("asks", "behind", "said"),
    [
        (LI, WANG, "Business presses IT: 李工 asks because 王主管 wants it."),
        (HEAD, HEAD, "IT wants it for itself: 赵总监 asks on nobody else’s behalf."),
        (LI, HEAD, "李工 passes on the words of 赵总监, who wants it."),
        (LI, CHEN, "李工 asks on behalf of 陈总."),
        (LI, None, ""),
        (None, WANG, ""),
    ],
)
def test_the_three_constellations_are_told_apart(asks: Figure, behind: Figure, said: str) -> None:
    assert constellation.behind_it(Constellation(asks, behind)) == said


@pytest.mark.parametrize(
    ("asks", "decides", "pays", "said"),
    [
        (LI, WANG, CHEN, "Three different people: 李工 asks, 王主管 decides, 陈总 pays."),
        (LI, CHEN, CHEN, "李工 asks, but 陈总 decides and pays."),
        (LI, LI, CHEN, "李工 asks and decides, but 陈总 pays."),
        (LI, WANG, LI, "李工 asks and pays, but 王主管 decides."),
        (LI, LI, LI, "李工 asks, decides and pays."),
        (LI, None, CHEN, "李工 asks and 陈总 pays. Nobody known yet: who decides."),
        (None, None, None, "Nobody known yet who asks, decides or pays."),
    ],
)
def test_whether_who_asks_decides_and_pays_is_the_same_is_said_in_one_line(
    asks: Figure, decides: Figure, pays: Figure, said: str
) -> None:
    assert constellation.in_words(Constellation(asks, None, decides, pays)) == said
