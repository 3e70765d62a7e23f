"""Every route × every role. A route that declares no policy, or a new one without an example here, fails."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from proxeny.identity.roles import Role
from proxeny.web.policy import Policy, policy_of
from tests.cast import PEOPLE, Cast, SignIn

ROLES = {role.value: next(name for name, (_, held) in PEOPLE.items() if held == [role]) for role in Role}


def routes(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        else:
            yield path, pattern


ALL = list(routes(get_resolver().url_patterns))
OURS = [(path, pattern) for path, pattern in ALL if pattern.callback.__module__.startswith("proxeny.")]


@pytest.mark.parametrize(("path", "pattern"), ALL, ids=[path for path, _ in ALL])
def test_a_route_says_who_may_use_it(path: str, pattern: URLPattern) -> None:
    assert policy_of(pattern.callback, pattern.name) is not None or is_closed(path)


def is_closed(path: str) -> bool:
    """Routes of libraries that nobody here uses; undeclared, they answer 404 to everybody (see the next test)."""
    return path.startswith("me/")


def test_an_undeclared_route_answers_nobody(vendor: Cast, sign_in: SignIn) -> None:
    assert sign_in("tang").get("/me/email/").status_code == 404
    assert sign_in("tang").get("/me/signup/").status_code == 404
    assert Client().get("/me/signup/").status_code == 404


def example(path: str, vendor: Cast) -> str:
    """A path with the number of 鲁班建材 filled in, and with names of things that there may be or not."""
    fillings = {
        "<int:number>": str(vendor.luban.pk),
        "<int:team_number>": "1",
        "<int:move_number>": "1",
        "<slug:kind>": "accounts",
        "<slug:act>": "spokesperson",
        "<slug:key>": "ties",
        "<str:day>": "2026-10-01",
        "<slug:name>": "industry",
        "<slug:of>": "kind",
        "<slug:side>": "business",
        "<slug:who>": "boss",
        "<int:sequence>": "1",
        "<str:key>": "judge:matter:1",
    }
    for place, filling in fillings.items():
        path = path.replace(place, filling)
    return f"/{path}"


@pytest.mark.parametrize(("path", "pattern"), OURS, ids=[path or "/" for path, _ in OURS])
def test_only_admitted_roles_get_through(
    path: str, pattern: URLPattern, vendor: Cast, sign_in: SignIn
) -> None:
    policy = policy_of(pattern.callback, pattern.name)
    assert isinstance(policy, Policy)
    address = example(path, vendor)
    assert "<" not in address, "give this kind of parameter an example above"
    for username in [*ROLES.values(), "nobody"]:
        client = sign_in(username)
        for answer in (client.get(address), client.post(address, {})):
            if not policy.admits(vendor.actor(username)):
                assert answer.status_code == 404, (username, answer.status_code)
            assert answer.status_code < 500, (username, answer.status_code)
    stranger = Client().get(address)
    if not policy.public:
        assert stranger.status_code in {302, 404}
        assert stranger.status_code == 404 or stranger["Location"].startswith("/me/login/")
        assert Client().post(address, {}).status_code in {403, 404}
