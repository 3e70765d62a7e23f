"""Articles on the screen: drafted, changed by two, published, retired; read only by those who may."""

import re

from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from proxeny.knowledge import changing, drafting, publishing
from proxeny.knowledge.models import Article
from proxeny.web.knowledge.prose import rendered
from tests.cast import Cast, SignIn

FIELDS = {
    "title": "先收款后改价",
    "kind": "workaround",
    "language": "zh",
    "product": "收银",
    "body": "先收款。\r\n\r\n再改价。",
}


def article(vendor: Cast, title: str = "先收款后改价", *, is_published: bool = True) -> Article:
    made = drafting.draft(title=title, body="第一行\n第二行", by=vendor.actor("zhou"))
    return publishing.publish(made, by=vendor.actor("he")) if is_published else made


def read(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(route, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, route: str, *args: object, **fields: object) -> str:
    answer = client.post(reverse(route, args=args), fields, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


def undo(client: Client, page: str) -> None:
    found = re.search(r'action="(/articles/[^"]+/withdrawal/)"', page)
    assert found
    assert client.post(found[1]).status_code == 302


def state() -> str:
    return Article.objects.get().state


def test_an_article_is_drafted_published_and_retired_and_each_is_taken_back(
    vendor: Cast, sign_in: SignIn
) -> None:
    zhou = sign_in("zhou")
    send(zhou, "article-new", **FIELDS)
    number = Article.objects.get().pk
    assert "<p>先收款。</p>" in read(zhou, "article", number)
    page = send(zhou, "article-publication", number)
    assert state() == "published"
    undo(zhou, page)
    assert state() == "draft"
    send(zhou, "article-publication", number)
    page = send(zhou, "article-retirement", number, reason="产品自己会了")
    assert "产品自己会了" in page
    undo(zhou, page)
    assert state() == "published"


def test_two_who_write_at_once_are_shown_mine_theirs_and_before(vendor: Cast, sign_in: SignIn) -> None:
    zhou, made = sign_in("zhou"), article(vendor)
    seen = {"seen-title": made.title, "seen-body": "第一行\r\n第二行"}
    changing.change(made, {"body": "他写的"}, by=vendor.actor("he"))
    mine = {**FIELDS, "title": made.title, "body": "我写的", **seen}
    answer = zhou.post(reverse("article-change", args=[made.pk]), mine)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert all(text in page for text in ("我写的", "他写的", "何苗"))
    decided = {"pick-body": "anew", "anew-body": "一起写的", "seen-body": "他写的"}
    send(zhou, "article-change", made.pk, **decided)
    assert Article.objects.get().body == "一起写的"


def test_lines_as_a_browser_sends_them_are_no_change(vendor: Cast, sign_in: SignIn) -> None:
    made = article(vendor)
    same = {
        "title": made.title,
        "kind": made.kind,
        "language": made.language,
        "product": "",
        "body": "第一行\r\n第二行",
    }
    changing.change(made, {"body": "第一行\n第二行,改"}, by=vendor.actor("he"))
    page = send(
        sign_in("zhou"),
        "article-change",
        made.pk,
        **same,
        **{f"seen-{name}": text for name, text in same.items()},
    )
    assert "nothing was changed" in page
    assert Article.objects.get().body == "第一行\n第二行,改"


def test_readers_read_what_is_published_and_outsiders_nothing(vendor: Cast, sign_in: SignIn) -> None:
    made, draft = article(vendor), article(vendor, "没写完的", is_published=False)
    for reader in ("tang", "pan", "shen"):
        client = sign_in(reader)
        page = read(client, "article", made.pk)
        assert reverse("article-change", args=[made.pk]) not in page
        assert client.get(reverse("article", args=[draft.pk])).status_code == 404
        assert "没写完的" not in read(client, "articles")
        assert client.post(reverse("article-retirement", args=[made.pk]), {"reason": "x"}).status_code == 404
    for outsider in ("xu", "zhang", "nobody"):
        assert sign_in(outsider).get(reverse("article", args=[made.pk])).status_code == 404
    assert state_of(made) == "published"


def state_of(made: Article) -> str:
    return Article.objects.get(pk=made.pk).state


def test_the_palette_finds_published_articles(vendor: Cast, sign_in: SignIn) -> None:
    made = article(vendor)
    article(vendor, "先收款的草稿", is_published=False)
    found = sign_in("pan").get(reverse("palette"), {"q": "先收款"}).content.decode()
    assert f'href="{reverse("article", args=[made.pk])}"' in found
    assert "草稿" not in found
    assert "后改价" not in re.sub(
        r'value="[^"]*"', "", sign_in("zhang").get(reverse("palette"), {"q": "先收款"}).content.decode()
    )


def test_the_list_asks_as_many_questions_for_forty_rows_as_for_three(
    vendor: Cast, sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        article(vendor, f"第 {number:02} 篇")
    client = sign_in("zhou")
    read(client, "articles")
    with django_assert_max_num_queries(14) as few:
        client.get(reverse("articles"), {"q": "第 0"})
    with django_assert_max_num_queries(14) as many:
        assert client.get(reverse("articles"), {"q": "第"}).content.decode().count("<tr data-row") == 40
    assert len(many) == len(few)


def test_a_little_markup_is_shown_and_nothing_else() -> None:
    html = rendered("# 标题\n\n- 一\n- **二**\n\n1. 三\n\n> 引\n\n```\n<b>**x**\n```\n一行\n又一行 `a<b`")
    assert html == (
        "<h2>标题</h2>\n<ul><li>一</li><li><strong>二</strong></li></ul>\n<ol><li>三</li></ol>\n"
        "<blockquote>引</blockquote>\n<pre><code>&lt;b&gt;**x**</code></pre>\n"
        "<p>一行<br>又一行 <code>a&lt;b</code></p>"
    )


@given(st.text(alphabet="#->*`1. \n<&\"'x/") | st.text())
def test_whatever_is_written_no_tag_of_the_writer_comes_through(text: str) -> None:
    allowed = r"</?(?:h2|ul|ol|li|p|blockquote|pre|code|strong|br)>"
    assert "<" not in re.sub(allowed, "", rendered(text))
