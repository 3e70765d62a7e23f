"""Articles: drafted, changed by two at once, published, retired; who reads and finds which."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.identity.access import NotFound
from proxeny.knowledge import access, changing, drafting, publishing, retiring, texts
from proxeny.knowledge.models import Article
from proxeny.ledger import reading, verifying
from proxeny.search import finding
from proxeny.search.asking import ask
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
READERS = {"zhou", "lin", "he", "tang", "pan", "shen"}
OUTSIDERS = {"xu", "zhang", "nobody"}


def draft(vendor: Cast, by: str = "zhou", **more: Any) -> Article:
    wanted = {"title": "收款和改价同时做", "body": "先收款,\r\n再改价。", "product": "收银", **more}
    return drafting.draft(**wanted, by=vendor.actor(by))


def readers(vendor: Cast) -> set[str]:
    return {name for name in vendor.people if access.articles(vendor.actor(name)).exists()}


def finders(vendor: Cast, words: str) -> set[str]:
    finding.forget_sizes()
    wanted = ask(words, {}).wanted
    return {name for name in vendor.people if finding.find(wanted, texts.findable(vendor.actor(name)))}


def test_a_draft_is_read_by_those_who_write_articles_and_found_by_nobody(vendor: Cast) -> None:
    article = draft(vendor)
    assert article.state == Article.State.DRAFT
    assert article.body == "先收款,\n再改价。"
    assert readers(vendor) == {"zhou", "lin", "he"}
    assert finders(vendor, "改价") == set()


def test_published_it_is_read_and_found_by_all_who_may_read_a_dossier(vendor: Cast) -> None:
    article = publishing.publish(draft(vendor), by=vendor.actor("he"))
    assert (article.state, article.version) == (Article.State.PUBLISHED, 1)
    assert readers(vendor) == READERS == finders(vendor, "改价")
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            access.article_for(vendor.actor(outsider), article.pk)


def test_retired_it_is_found_by_nobody_and_still_read_by_those_who_write(vendor: Cast) -> None:
    he = vendor.actor("he")
    article = publishing.publish(draft(vendor), by=he)
    with pytest.raises(ValidationError):
        retiring.retire(article, reason=" ", by=he)
    for _ in range(2):
        retiring.retire(article, reason="3.2 起产品自己会了", by=he)
    assert readers(vendor) == {"zhou", "lin", "he"}
    assert finders(vendor, "改价") == set()
    retiring.restore(article, by=he)
    assert finders(vendor, "改价") == READERS


def test_publishing_can_be_taken_back_and_stays_on_record(vendor: Cast) -> None:
    he, article = vendor.actor("he"), draft(vendor, source="case:4")
    for _ in range(2):
        publishing.publish(article, by=he)
    publishing.take_back(article, by=he)
    assert readers(vendor) == {"zhou", "lin", "he"}
    lines = reading.about(article.record)
    kinds = ["article.publishing-taken-back", "article.published", "article.drafted"]
    assert [line.kind for line in lines] == kinds
    assert all("case:4" in line.subjects for line in lines)
    assert verifying.verify().ok


@pytest.mark.parametrize("outsider", sorted(OUTSIDERS | {"tang", "pan", "shen"}))
def test_who_does_not_write_dossiers_drafts_changes_and_publishes_nothing(
    vendor: Cast, outsider: str
) -> None:
    actor, article = vendor.actor(outsider), publishing.publish(draft(vendor), by=vendor.actor("he"))
    with pytest.raises(NotFound):
        draft(vendor, by=outsider)
    for verb in (
        lambda: changing.change(article, {"title": "x"}, by=actor),
        lambda: publishing.take_back(article, by=actor),
        lambda: retiring.retire(article, reason="x", by=actor),
    ):
        with pytest.raises(NotFound):
            verb()


def test_an_article_needs_a_title_and_a_text(vendor: Cast) -> None:
    for missing in ({"title": " "}, {"body": "\n \n"}):
        with pytest.raises(ValidationError) as refused:
            draft(vendor, **missing)
        assert set(refused.value.message_dict) == set(missing)
    with pytest.raises(ValidationError):
        draft(vendor, source="no reference")
    with pytest.raises(ValidationError):
        draft(vendor, kind="gossip")


def test_a_change_of_what_is_published_is_a_new_version_and_found_at_once(vendor: Cast) -> None:
    zhou, article = vendor.actor("zhou"), publishing.publish(draft(vendor), by=vendor.actor("he"))
    change = changing.change(article, {"body": "先改价,再收款。"}, by=zhou)
    article.refresh_from_db()
    assert (article.version, article.changed_by) == (2, vendor["zhou"])
    assert finders(vendor, "先改价") == READERS
    assert not changing.change(article, {"body": "先改价,再收款。 "}, by=zhou)
    assert change.sequence is not None
    changing.take_back(article, change.sequence, by=zhou)
    article.refresh_from_db()
    assert article.body == "先收款,\n再改价。"


def test_two_who_change_the_same_text_are_shown_both_and_other_fields_are_merged(vendor: Cast) -> None:
    zhou, he, article = vendor.actor("zhou"), vendor.actor("he"), draft(vendor)
    seen = {"title": article.title, "body": article.body}
    first = changing.change(article, {"body": "他的", "title": article.title}, by=he, seen=seen)
    with pytest.raises(Conflict) as met:
        changing.change(article, {"body": "我的", "title": "新题"}, by=zhou, seen=seen)
    (clash,) = met.value.clashes
    assert (clash.mine, clash.theirs, clash.before, clash.by) == ("我的", "他的", seen["body"], he.reference)
    changing.change(article, {"title": "新题"}, by=zhou, seen=seen)
    article.refresh_from_db()
    assert (article.title, article.body) == ("新题", "他的")
    changing.change(article, {"body": "再改"}, by=zhou)
    assert first.sequence is not None
    with pytest.raises(Overtaken):
        changing.take_back(article, first.sequence, by=he)
