"""Briefs: each leads with what its reader needs, and says what is still missing for it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.accounts import contacting
from proxeny.cases import answering_views, briefing, framing, opening, proposing, satisfying
from proxeny.cases.briefing import Facts, Person, Reader
from proxeny.cases.briefing.facts import Answer, Risks, Way
from proxeny.cases.models import Audience, Case, Proposal, Side
from proxeny.cases.opening import Opening
from proxeny.cases.proposing import Way as Proposed
from proxeny.core import clock
from proxeny.core.money import Money
from tests.cast import Cast

DAY = date(2026, 11, 27)
PATH = Way("path", "先用离线看板顶两周", who="周雨", by=DAY)
LI, WANG = (
    Person(1, "李工", "it", ("给业务一个理由",)),
    Person(2, "王主管", "user", ("月底能看到数",), is_understood=True),
)
CHEN, HEAD = Person(3, "陈总", "boss", ("不再加预算",)), Person(4, "赵总监", "it")
FULL = Facts(
    title="实时看板",
    customer="鲁班建材",
    level="key",
    today=date(2026, 11, 22),
    words="业务要实时看板,到底能不能做?",
    environment="私有化,内网",
    purpose="晨会上看到昨天的数",
    does_today="每天导表",
    hoped="做不了",
    severity="work is hindered",
    days=3,
    worth=Money(86_000_000, "CNY"),
    asks=LI,
    behind=WANG,
    decides=WANG,
    pays=CHEN,
    business=Answer("先导昨天的数", Risks(clumsier="每天多一步")),
    product=Answer("实时要改数据通道"),
    way=PATH,
    is_without_path=False,
)
OUTSIDE = [Reader.CUSTOMER, Reader.ASKS, Reader.DECIDES, Reader.PAYS]


def written(reader: Reader, facts: Facts) -> str:
    """The text, with plain spaces where figures are held together."""
    return briefing.wording(reader, facts).replace("\u00a0", " ")


def first_lines(reader: Reader, facts: Facts, count: int = 1) -> list[str]:
    return written(reader, facts).replace("\n\n", "\n").split("\n")[:count]


def missing(reader: Reader, facts: Facts) -> list[str]:
    return [one.label for one in briefing.points(reader, facts) if not one.text]


def test_product_reads_scene_environment_purpose_today_and_the_wanted_effect() -> None:
    lines = written(Reader.PRODUCT, FULL).split("\n")
    assert [line.partition(":")[0] for line in lines] == [
        "鲁班建材",
        "Scene",
        "Environment",
        "For what",
        "What they do today",
        "Wanted effect",
        "How they get by meanwhile",
        "Makes work clumsier",
    ]
    assert missing(Reader.PRODUCT, FULL) == []


def test_what_product_still_lacks_is_said_not_made_up() -> None:
    bare = Facts(title="实时看板", customer="鲁班建材", today=FULL.today)
    assert missing(Reader.PRODUCT, bare) == [
        "Environment",
        "For what",
        "What they do today",
        "Wanted effect",
    ]
    assert written(Reader.PRODUCT, bare) == "鲁班建材: 实时看板\nScene: 实时看板"


def test_the_boss_gets_five_lines_with_the_money_first_and_what_is_asked_by_when_last() -> None:
    lines = written(Reader.BOSS, FULL).split("\n")
    assert len(lines) == 5
    assert "¥860k" in lines[0]
    assert lines[1] == "With a way ahead for 3 days; work is hindered."
    assert lines[2].startswith("王主管 decides there, 陈总 pays.")
    assert lines[4] == "Asked of you: nothing, unless it is not done by 27 Nov."


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        (None, "Asked of you: name who takes it, so that the customer has a way ahead by tomorrow."),
        (Way("request", "要实时"), "Asked of you: have product decide on it, and name the day."),
        (
            Way("not-now", "实时", because="要换库"),
            "Asked of you: stand by the “not now” when they turn to you.",
        ),
    ],
)
def test_what_is_asked_of_the_boss_follows_from_the_way_ahead(way: Way | None, asked: str) -> None:
    lines = written(Reader.BOSS, replace(FULL, way=way)).split("\n")
    assert (len(lines), lines[4]) == (5, asked)


def test_the_three_constellations_lead_with_what_each_reader_needs() -> None:
    """A: business presses IT; B: IT asks for the value; C: a junior has the words alone."""
    asks = first_lines(Reader.ASKS, FULL, 3)
    assert asks[0] == "李工, good day."
    assert asks[1].startswith("Whether it can be done: 先用离线看板顶两周; 周雨 does it by 27 Nov.")
    assert asks[2] == "What you can tell 王主管: 先导昨天的数."
    assert first_lines(Reader.DECIDES, FULL, 2)[1].startswith("What is for you to decide: 先用离线看板")
    assert first_lines(Reader.PAYS, FULL, 2)[1] == "What it brings: 晨会上看到昨天的数."

    rebuild = replace(FULL, asks=HEAD, behind=HEAD, decides=HEAD, purpose="故障时不停机")
    assert first_lines(Reader.PAYS, rebuild, 2)[1] == "What it brings: 故障时不停机."
    assert "What you can tell" not in written(Reader.ASKS, rebuild)

    junior = replace(FULL, asks=LI, behind=HEAD, decides=HEAD)
    assert "One question to 赵总监" in written(Reader.ASKS, junior)
    known = replace(junior, behind=replace(HEAD, is_understood=True))
    assert "One question" not in written(Reader.ASKS, known)


@pytest.mark.parametrize("reader", [*OUTSIDE, Reader.SALES])
def test_what_we_think_would_satisfy_them_never_leaves_us(reader: Reader) -> None:
    text = briefing.wording(reader, FULL)
    for secret in ("给业务一个理由", "月底能看到数", "不再加预算", "做不了"):
        assert secret not in text


def test_a_not_now_says_why_and_when_it_is_looked_at_again() -> None:
    way = Way("not-now", "实时看板", because="要先换库。", look_again=DAY)
    text = written(Reader.CUSTOMER, replace(FULL, way=way))
    assert "Not now: 实时看板, because 要先换库. We look at it again: 27 Nov." in text


def test_it_speaks_the_readers_language() -> None:
    with translation.override("zh-hans"):
        assert "11 月 27 日" in written(Reader.BOSS, FULL)


TEXT = st.text(alphabet="客户好 ab。.;", max_size=30)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    reader=st.sampled_from(list(Reader)),
    environment=TEXT,
    purpose=TEXT,
    words=TEXT,
    answer=TEXT,
    asks=st.sampled_from([None, LI, HEAD]),
    behind=st.sampled_from([None, WANG, HEAD]),
    pays=st.sampled_from([None, CHEN]),
    way=st.sampled_from([None, PATH, Way("request", "x"), Way("not-now", "x", because="y")]),
)
def test_whatever_is_known_a_brief_has_no_empty_paragraph_and_each_point_is_known_or_missing(
    reader: Reader, way: Way | None, answer: str, **known: object
) -> None:
    facts = replace(FULL, way=way, business=Answer(answer), **known)
    with translation.override("en"):
        text, points = briefing.wording(reader, facts), briefing.points(reader, facts)
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert all(one.text.strip() or one.missing for one in points)


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="业务要实时看板"), by=vendor.actor("zhou"))


@pytest.mark.usefixtures("on_22_november")
def test_the_facts_are_those_of_the_case_as_it_is_now(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    li = contacting.add(vendor.luban, {"name": "李工", "part": "it"}, by=zhou)
    framing.frame(case, {"asked_by": f"contact:{li.pk}", "hoped_conclusion": "做不了"}, by=zhou)
    met = satisfying.say(case, "有个说法", by=zhou, contact=f"contact:{li.pk}")
    satisfying.say(case, "有个日期", by=zhou, contact=f"contact:{li.pk}")
    satisfying.meet(met, "行", by=zhou)
    answering_views.give(case, Side.BUSINESS, {"answer": "先导数"}, by=zhou)
    in_a_week = clock.today() + timedelta(days=7)
    not_now = Proposed(Proposal.Sort.NOT_NOW, "实时", because="要换库", look_again_on=in_a_week)
    proposing.propose(case, not_now, by=zhou)
    proposing.propose(
        case, Proposed(Proposal.Sort.PATH, "离线看板", owner=vendor["zhou"], due_on=in_a_week), by=zhou
    )
    case.refresh_from_db()
    facts = briefing.gathered(case)
    assert facts.asks == Person(li.pk, "李工", "it", ("有个日期",), is_understood=True), (
        "what is met is no wish any more"
    )
    assert (facts.hoped, facts.business.text, facts.is_without_path) == ("做不了", "先导数", False)
    assert facts.way is not None
    assert (facts.way.sort, facts.way.who, facts.way.by) == ("path", "周雨", in_a_week)


def test_each_brief_goes_to_the_audience_that_may_read_it(case: Case) -> None:
    assert {one: briefing.AUDIENCE[one] for one in OUTSIDE} == dict.fromkeys(OUTSIDE, Audience.CUSTOMER)
    assert briefing.AUDIENCE[Reader.BOSS] == Audience.NOTE, "the boss reads what only we see"
    assert Reader.SALES in briefing.readers_for(case)
    case.is_confidential = True
    assert Reader.SALES not in briefing.readers_for(case)
