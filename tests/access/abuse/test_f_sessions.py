"""Abuse cases F (docs/security.md): signing in, sessions, and the doors around them."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from proxeny.accounts.models import Account
from proxeny.identity.models import Staff
from proxeny.identity.signing_in import InvitedOnly, KnownPeopleOnly
from tests.access.walking import TOKEN
from tests.cast import PASSWORD, Cast, SignIn

LOGIN, RESET = "/me/login/", "/me/password/reset/"
SENT_TO = "zhou@vendor.example"


@pytest.fixture
def with_mail(vendor: Cast) -> Cast:
    """Zhou has a mail address."""
    Staff.objects.filter(pk=vendor["zhou"].pk).update(email=SENT_TO)
    cache.clear()
    return vendor


def reset_link() -> str:
    found = re.search(r"https?://(\S+?)(/me/password/reset/key/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[2]


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"X-Forwarded-Host": "evil.example"}, {"Forwarded": "host=evil.example"}],
)
def test_f1_a_link_to_set_a_password_never_leads_elsewhere(headers: dict[str, str], with_mail: Cast) -> None:
    answer = Client().post(RESET, {"email": SENT_TO}, headers=headers)
    assert answer.status_code in {302, 400}
    assert not [sent for sent in mail.outbox if "evil.example" in str(sent.message())]


def test_f2_such_a_link_serves_once(with_mail: Cast) -> None:
    Client().post(RESET, {"email": SENT_TO})
    link = reset_link()
    new = {"password1": "another-long-word-1", "password2": "another-long-word-1"}
    first = Client()
    first.post(first.get(link, follow=True).redirect_chain[-1][0], new)
    zhou = Staff.objects.get(pk=with_mail["zhou"].pk)
    assert zhou.check_password("another-long-word-1")
    second = Client()
    page = second.get(link, follow=True)
    if page.redirect_chain:
        second.post(page.redirect_chain[-1][0], dict.fromkeys(new, "a-third-long-word-2"))
    zhou.refresh_from_db()
    assert zhou.check_password("another-long-word-1")


def test_f2_setting_a_password_ends_what_was_open_elsewhere(with_mail: Cast, sign_in: SignIn) -> None:
    elsewhere = sign_in("zhou")
    assert elsewhere.get("/accounts/").status_code == 200
    Client().post(RESET, {"email": SENT_TO})
    link, here = reset_link(), Client()
    new = {"password1": "another-long-word-1", "password2": "another-long-word-1"}
    here.post(here.get(link, follow=True).redirect_chain[-1][0], new)
    assert elsewhere.get("/accounts/").status_code == 302


@pytest.mark.parametrize(
    "told", [[SENT_TO, "evil@evil.example"], [f"{SENT_TO},evil@evil.example"], [f"{SENT_TO}\nBcc: evil@evil.example"],
             ["ZHOU@VENDOR.EXAMPLE"], ["zhou@vendor.examp\u2113e"]],
)  # fmt: skip
def test_f3_only_the_address_on_record_gets_the_link(told: list[str], with_mail: Cast) -> None:
    Client().post(RESET, {"email": told})
    assert {to for sent in mail.outbox for to in sent.recipients()} <= {SENT_TO}


def test_f4_signing_in_and_asking_for_a_link_do_not_tell_who_is_here(with_mail: Cast) -> None:
    def masked(answer: object) -> bytes:
        body = TOKEN.sub(rb"\1", answer.content)  # type: ignore[attr-defined]
        return re.sub(rb"zhou(@vendor\.example)?|nobody-here(@vendor\.example)?", b"#", body)

    wrong = [
        masked(Client().post(LOGIN, {"login": name, "password": "wrong-wrong"}))
        for name in ("zhou", "nobody-here")
    ]
    assert wrong[0] == wrong[1]
    asked = [
        Client().post(RESET, {"email": f"{name}@vendor.example"}, follow=True)
        for name in ("zhou", "nobody-here")
    ]
    assert masked(asked[0]) == masked(asked[1])


def test_f6_trying_passwords_is_slowed_down_whatever_address_is_claimed(with_mail: Cast) -> None:
    for one in range(7):
        forged = {"X-Forwarded-For": f"10.0.0.{one}"}
        answer = Client().post(LOGIN, {"login": "zhou", "password": f"wrong-{one}"}, headers=forged)
    late = Client()
    answer = late.post(
        LOGIN, {"login": "zhou", "password": PASSWORD}, headers={"X-Forwarded-For": "10.9.9.9"}
    )
    assert answer.status_code in {200, 429}
    assert "_auth_user_id" not in late.session
    cache.clear()
    assert late.post(LOGIN, {"login": "zhou", "password": PASSWORD}).status_code == 302


def test_f7_the_session_is_another_one_after_signing_in(vendor: Cast) -> None:
    cache.clear()
    client = Client()
    client.post("/session/language/", {"language": "en"})
    before = client.session.session_key
    client.post(LOGIN, {"login": "zhou", "password": PASSWORD})
    assert client.session.session_key != before
    assert client.cookies["sessionid"]["httponly"]
    assert client.cookies["sessionid"]["samesite"] == "Lax"


def test_f8_nobody_comes_in_by_a_sign_up_or_a_token_of_another(vendor: Cast) -> None:
    assert not InvitedOnly().is_open_for_signup(None)  # type: ignore[arg-type]
    assert not KnownPeopleOnly().is_open_for_signup(None, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name", ["X-Remote-User", "Remote-User", "X_Remote_User", "X-Forwarded-User", "X-Auth-Request-User"]
)
def test_f10_no_header_says_who_somebody_is(name: str, vendor: Cast) -> None:
    assert Client().get("/accounts/", headers={name: "tang"}).status_code == 302


def test_f14_no_form_is_taken_from_elsewhere(vendor: Cast) -> None:
    cache.clear()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(LOGIN, {"login": "zhou", "password": PASSWORD}).status_code == 403
    strict.force_login(vendor["tang"])
    for path in ("/people/new/", "/preferences/", "/session/language/", "/me/logout/"):
        assert strict.post(path, {"name": "x"}).status_code == 403, path
    answer = strict.get("/accounts/")
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


EVIL = (
    "//evil.example", "/\\evil.example", "https:evil.example", "\\\\evil.example", "https://evil.example/",
    "javascript:alert(1)", "///evil.example", "http:///evil.example", " //evil.example", "/\t/evil.example",
)  # fmt: skip


@pytest.mark.parametrize("evil", EVIL)
def test_f15_the_way_back_is_always_to_us(evil: str, vendor: Cast, sign_in: SignIn) -> None:
    cache.clear()
    client = Client()
    for answer in (
        client.post("/session/language/", {"language": "en", "next": evil}),
        client.post(f"{LOGIN}?next={evil}", {"login": "zhou", "password": PASSWORD, "next": evil}),
        sign_in("zhou").post("/preferences/", {"language": "en", "theme": "dark", "next": evil}),
    ):
        where = answer.get("Location", "/")
        assert where.startswith("/")
        assert not re.match(r"/[/\\\s]", where)


def test_f16_a_fault_tells_nothing_of_itself(
    vendor: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("SELECT secret FROM staff; password=hunter2")

    monkeypatch.setattr(Account.objects, "filter", fails)
    client = sign_in("zhou")
    client.raise_request_exception = False
    answer = client.get(f"/accounts/{vendor.luban.pk}/")
    assert answer.status_code == 500
    for told in (b"hunter2", b"Traceback", b"RuntimeError", b"Django", b"/proxeny/"):
        assert told not in answer.content


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/metrics",
        "/debug/",
        "/__debug__/",
        "/.env",
        "/.git/config",
        "/welcome/start/",
        "/api/",
        "/status",
        "/cron/",
    ],
)
def test_f17_there_is_no_door_for_machines_and_the_one_for_founding_is_shut(path: str, vendor: Cast) -> None:
    assert Client().get(path).status_code in {302, 404}
    if Client().get(path).status_code == 302:
        assert Client().get(path)["Location"].startswith(LOGIN)


@pytest.mark.parametrize("path", ["/me/2fa/totp/activate/", "/me/2fa/recovery-codes/generate/"])
def test_f18_a_second_factor_is_not_changed_with_a_session_alone(path: str, sign_in: SignIn) -> None:
    answer = sign_in("zhou").get(path)
    assert answer["Location"].startswith("/me/reauthenticate/")


def test_f18_a_password_is_not_changed_without_the_old_one(vendor: Cast, sign_in: SignIn) -> None:
    new = {"oldpassword": "wrong", "password1": "another-long-word-1", "password2": "another-long-word-1"}
    sign_in("zhou").post("/me/password/change/", new)
    assert Staff.objects.get(pk=vendor["zhou"].pk).check_password(PASSWORD)
