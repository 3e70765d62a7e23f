"""What is kept of the frame is never somebody else's: each sees their own name, places, language, way back."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.template import Context, Template
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from proxeny.core import clock
from proxeny.identity import adding, preferring
from proxeny.identity.roles import Role
from proxeny.web import kept
from tests.cast import SETTING_UP, Cast, SignIn

PAGE = "/preferences/"


def page(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def rail(text: str) -> list[str]:
    return re.findall(r'class="rail-place" href="([^"]+)"', text)


def test_each_sees_their_own_name_places_theme_and_language(vendor: Cast, sign_in: SignIn) -> None:
    preferring.prefer(vendor["he"], {"language": "en", "theme": "dark"})
    for _again in range(2):
        lead, engineer = page(sign_in("he")), page(sign_in("zhang"))
        assert "何苗" in lead
        assert "张工" not in lead
        assert "张工" in engineer
        assert "何苗" not in engineer
        assert rail(lead) != rail(engineer)
        assert "/people/" not in rail(engineer)
        assert 'value="dark" aria-current="true"' in lead
        assert 'value="auto" aria-current="true"' in engineer
        assert "Keyboard shortcuts" in lead
        assert "Keyboard shortcuts" not in engineer


def test_a_change_of_theme_and_language_shows_with_the_next_page(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("he")
    page(client)
    preferring.prefer(vendor["he"], {"language": "en", "theme": "light"})
    text = page(client)
    assert 'value="light" aria-current="true"' in text
    assert "Keyboard shortcuts" in text


def test_the_way_back_and_the_token_are_those_of_this_page(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("he")
    tokens = set()
    for address in ('/accounts/?q="><b>', "/people/?q=%26amp"):
        text = page(client, address)
        ways = set(re.findall(r'name="next" value="([^"]*)"', text))
        assert ways == {
            address.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C").replace(">", "%3E")
        }
        found = set(re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', text))
        assert len(found) == 1
        tokens |= found
    assert len(tokens) == 2
    assert "\ue000" not in text


def test_a_name_in_the_frame_is_words_and_not_markup(vendor: Cast, sign_in: SignIn) -> None:
    vendor["he"].name = '<i>"Eve" & co'
    vendor["he"].save()
    text = page(sign_in("he"))
    assert "<i>" not in text
    assert "&lt;i&gt;&quot;Eve&quot; &amp; co" in text


def test_the_place_one_is_in_is_marked_and_no_other(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("he")
    for address in ("/accounts/", "/people/", "/accounts/"):
        marked = re.findall(r'class="rail-place" href="([^"]+)"[^>]*aria-current', page(client, address))
        assert marked == [address]
    assert not re.findall(r'class="rail-place"[^>]*aria-current', page(client))


def test_a_role_that_ended_is_gone_with_the_next_request(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("he")
    assert "/people/" in rail(page(client))
    adding.end(vendor["he"], Role.LEAD, by=SETTING_UP)
    assert "/people/" not in rail(page(client))
    assert client.get("/people/").status_code == 404


def test_who_has_left_is_signed_out_with_the_next_request(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("zhou")
    page(client)
    vendor["zhou"].is_active = False
    vendor["zhou"].save()
    assert client.get(PAGE).status_code == 302


def test_a_session_that_is_over_or_unknown_opens_nothing(vendor: Cast, sign_in: SignIn) -> None:
    client, stranger = sign_in("zhou"), Client()
    Session.objects.update(expire_date=clock.machine_now() - timedelta(seconds=1))
    stranger.cookies["sessionid"] = "0" * 32
    assert client.get(PAGE).status_code == stranger.get(PAGE).status_code == 302


def test_the_frame_asks_for_the_session_the_person_and_the_bell(
    vendor: Cast, sign_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in("he")
    page(client)
    with django_assert_num_queries(3):
        page(client)


def test_a_part_knows_nothing_but_what_it_is_given() -> None:
    words = Template('{% load face %}{% kept "frame/sayings.html" theme=theme %}')
    assert words.render(Context({"theme": "a", "user": "eve"})) == words.render(Context({"theme": "b"}))
    with pytest.raises(TypeError):
        kept.part("frame/sayings.html", {"unhashable": ["a"]}, {})  # type: ignore[dict-item]


def test_whoever_works_on_templates_sees_them_as_they_are(settings: Settings) -> None:
    settings.DEBUG = True
    before = kept._kept.cache_info()
    kept.part("frame/sayings.html", {"theme": "never kept"}, {})
    assert kept._kept.cache_info() == before
