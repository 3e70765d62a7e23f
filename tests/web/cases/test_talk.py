"""The conversation: what each reader sees of it, in which order, and how it is written."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from proxeny.cases import opening, proposing, waiting, writing
from proxeny.cases.models import Audience, Case, Merge, Message, Proposal
from proxeny.cases.opening import Opening
from proxeny.cases.proposing import Way
from proxeny.cases.writing import Passing, Writing
from proxeny.core import clock
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.talk import reading
from proxeny.web.cases.talk.text_html import html_of
from proxeny.web.templatetags.words import when
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="导出超时了"), by=vendor.actor("zhou"))


def write(case: Case, vendor: Cast, audience: Audience, text: str, **more: object) -> Message:
    return writing.write(case, Writing(audience, text, **more), by=vendor.actor("zhou"))


def page(sign_in: SignIn, username: str, case: Case, more: str = "") -> str:
    answer = sign_in(username).get(f"/cases/{case.number}/{more}")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def talk_of(html: str) -> str:
    found = re.search(r'<ol class="talk-list" id="talk">(.*?)</ol>', html, re.DOTALL)
    assert found
    return found[1]


def test_messages_stand_oldest_first_each_with_its_address_and_its_ground(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    texts = {
        Audience.CUSTOMER: "我先看看",
        Audience.TEAM: "看一下存储",
        Audience.PRODUCT: "他们每周五这样用",
        Audience.SALES: "问到了价格",
        Audience.NOTE: "其实在意迁移",
    }
    made = [write(case, vendor, audience, text) for audience, text in texts.items()]
    shown = talk_of(page(sign_in, "zhou", case))
    places = [shown.index(text) for text in ("导出超时了", *texts.values())]
    assert places == sorted(places)
    for message in made:
        assert f'class="talk-message is-{message.audience}" id="message-{message.pk}"' in shown
    assert 'class="talk-message is-inbound"' in shown


def test_sales_see_what_goes_to_the_customer_and_to_them_and_nothing_inside(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    over = [Passing("promise", "一定", "已经和产品说好")]
    write(case, vendor, Audience.CUSTOMER, "给客户的话", passings=over)
    write(case, vendor, Audience.SALES, "给销售的话")
    for audience in (Audience.NOTE, Audience.TEAM, Audience.PRODUCT):
        write(case, vendor, audience, f"内部的话{audience}")
    write(case, vendor, Audience.NOTE, "机密的话", is_confidential=True)
    sales, inside = page(sign_in, "pan", case), page(sign_in, "shen", case)
    assert "给客户的话" in sales
    assert "给销售的话" in sales
    assert "内部的话" not in sales
    assert "已经和产品说好" not in sales
    assert "机密的话" not in sales
    assert 'id="composer"' not in sales
    assert "内部的话note" in inside
    assert "已经和产品说好" in inside
    assert "机密的话" not in inside, "an auditor has no part in the separate channel"
    assert 'id="composer"' not in inside
    assert "机密的话" in page(sign_in, "tang", case)


def test_what_happened_stands_between_the_messages_and_its_reasons_only_inside(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    zhou = vendor.actor("zhou")
    way = Way(
        Proposal.Sort.PATH, "换新的导出", owner=vendor["zhou"], due_on=clock.today() + timedelta(days=3)
    )
    proposal = proposing.propose(case, way, by=zhou)
    waiting.wait(case, why="浏览器版本", by=zhou)
    proposing.end(proposal, Proposal.End.REFUSED, why="嫌太慢", by=zhou)
    shown = talk_of(page(sign_in, "zhou", case))
    assert (
        shown.index("导出超时了")
        < shown.index("换新的导出")
        < shown.index("浏览器版本")
        < shown.index("嫌太慢")
    )
    outside = talk_of(page(sign_in, "pan", case))
    assert "换新的导出" in outside
    assert "嫌太慢" not in outside


def test_what_was_taken_back_is_not_shown(case: Case, vendor: Cast, sign_in: SignIn) -> None:
    message = write(case, vendor, Audience.CUSTOMER, "说错了的话")
    assert writing.take_back(message, by=vendor.actor("zhou"))
    assert "说错了的话" not in talk_of(page(sign_in, "he", case))


def test_messages_of_a_merged_case_show_here_with_where_they_come_from(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    other = opening.open_case(vendor.luban, Opening(text="导出又超时"), by=vendor.actor("zhou"))
    Case.objects.filter(pk=other.pk).update(merged_into=case)
    Merge.objects.create(source=other, target=case, by="staff:1", by_name="周雨", at=clock.now())
    shown = talk_of(page(sign_in, "zhou", case))
    assert "导出又超时" in shown
    assert shown.count(str(other.number)) == 2, (
        "beside the message, and in the line that tells of the merging"
    )


def test_long_conversations_show_their_end_and_bring_the_rest_when_asked(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    made = [write(case, vendor, Audience.NOTE, f"第 {number} 条") for number in range(reading.SHOWN + 4)]
    shown = talk_of(page(sign_in, "zhou", case))
    assert shown.count("data-message=") == reading.SHOWN
    assert f"before={made[4].pk}" in shown
    before = page(sign_in, "zhou", case, f"talk/?before={made[4].pk}")
    assert before.count("data-message=") == 5
    assert "导出超时了" in before
    assert "talk-earlier" not in before
    assert page(sign_in, "zhou", case, "talk/").count("data-message=") == reading.SHOWN + 5


def test_new_words_of_others_are_told_of_and_ones_own_are_not(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    zhou, last = sign_in("zhou"), case.messages.get().pk
    address = f"/cases/{case.number}/talk/news/?after={last}"
    assert zhou.get(address).status_code == 204
    own = write(case, vendor, Audience.NOTE, "自己写的")
    assert zhou.get(address).status_code == 204
    writing.write(case, Writing(Audience.NOTE, "何苗写的"), by=vendor.actor("he"))
    answer = zhou.get(address)
    assert answer.status_code == 200
    assert "何苗" in answer.content.decode()
    assert sign_in("pan").get(address).status_code == 204, "a note is no news to sales"
    since = page(sign_in, "zhou", case, f"talk/?after={own.pk}")
    assert "何苗写的" in since
    assert "自己写的" not in since


def test_the_number_of_queries_does_not_grow_with_the_conversation(
    case: Case, vendor: Cast, sign_in: SignIn, django_assert_max_num_queries: object
) -> None:
    reader = reader_of(vendor.actor("zhou"), case.number)
    for number in range(25):
        write(case, vendor, Audience.NOTE, f"第 {number} 条")
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        reading.latest(reader)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        reading.latest(reader)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("一\n二\n\n三", "<p>一<br>二</p><p>三</p>"),
        ("见https://a.example/b?c=1&d=2。完", 'href="https://a.example/b?c=1&amp;d=2"'),
        ("(https://a.example/b).", ">https://a.example/b</a>)."),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
        ('https://a.example/"onmouseover="x', 'href="https://a.example/"'),
        ("请 @张小雨 看,不是 @张小", '<strong class="talk-mention">@张小雨</strong>'),
    ],
)
def test_words_are_escaped_and_links_and_names_marked(text: str, wanted: str) -> None:
    assert wanted in html_of(text, ["张小", "张小雨"])


def test_a_link_leads_out_without_telling_where_from() -> None:
    assert 'rel="noopener noreferrer nofollow ugc" target="_blank"' in html_of("https://a.example/")


@pytest.mark.parametrize(
    "text",
    [
        "好的\n> 上次说的\n> 还有效吗",
        "好的\n-----Original Message-----\nFrom: a\n上次说的",
        "好的\n在 2026年11月2日,周雨 写道:\n上次说的",
        "OK\nOn Mon, 2 Nov 2026, Zhou wrote:\n上次说的",
    ],
)
def test_what_a_mail_repeats_is_folded(text: str) -> None:
    with translation.override("en"):
        shown = html_of(text)
    assert shown.index("<details") < shown.index("上次说的")
    assert shown.startswith("<p>")


def test_a_moment_is_written_for_each_reader_where_they_are() -> None:
    at = clock.now() - timedelta(hours=3)
    written = []
    for zone, language in (
        ("Asia/Shanghai", "zh-hans"),
        ("Europe/Berlin", "zh-hans"),
        ("Asia/Shanghai", "en"),
    ):
        with timezone.override(zone), translation.override(language):
            written += [when(at), when(at)]
    assert written[0] == written[1] != written[2] == written[3] != written[4] == written[5] != written[0]
    assert "柏林" in written[2]
