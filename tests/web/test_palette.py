import re

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.accounts.models import Contact
from proxeny.core import clock
from proxeny.desk.models import Visit
from proxeny.identity import adding
from proxeny.identity.roles import Role
from proxeny.ledger import reading
from proxeny.web.palette.kinds import KINDS
from proxeny.web.palette.verbs import VERBS, verbs_for
from tests.cast import SETTING_UP, Cast, SignIn

SPELLINGS = ["鲁班建材", "luban", "lbjc", "鲁ban", "LB-01", "鲁班健材", "lubnajiancai", "郑成功", "zhengcg"]


def answered(client: Client, words: str) -> str:
    """What the palette answers, without its last line: that these words can be searched for."""
    answer = client.get(reverse("palette"), {"q": words})
    assert answer.status_code == 200
    found, _last, _line = answer.content.decode().partition(
        '<div class="palette-group" role="group" data-group="search"'
    )
    return found.strip()


def lines(client: Client, words: str = "") -> list[str]:
    """The names that the palette answers with, without marks."""
    names = re.findall(r'class="palette-name">(.*?)</span>', answered(client, words))
    return [re.sub("<.*?>", "", name) for name in names]


def start(client: Client) -> str:
    return client.get(reverse("palette-start")).content.decode()


@pytest.fixture
def somebody(vendor: Cast) -> Contact:
    now = clock.now()
    return Contact.objects.create(account=vendor.luban, name="郑成功", added_at=now, changed_at=now)


@pytest.mark.parametrize("words", SPELLINGS)
def test_however_it_is_spelled_the_outsider_is_told_nothing(
    sign_in: SignIn, somebody: Contact, words: str
) -> None:
    assert {"鲁班建材", "郑成功"} & set(lines(sign_in("zhou"), words))
    for outsider in ("lin", "xu", "nobody"):
        answer = answered(sign_in(outsider), words)
        nothing = answered(sign_in(outsider), "qqqqqq")
        assert answer == nothing


def test_lately_opened_customers_are_offered_and_found_first(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("he")
    for account in (vendor.luban, vendor.yunqi, vendor.star_river):
        assert client.get(reverse("account", args=[account.pk])).status_code == 200
    assert lines(client) == ["星河物流", "云启科技", "鲁班建材"]
    assert lines(sign_in("tang")) == []


def test_a_colleague_whose_page_was_opened_is_offered_too(vendor: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    assert lines(lead) == []
    lead.get(f"/people/{vendor['zhou'].pk}/")
    assert lines(lead) == ["周雨"]
    sign_in("nobody").get(f"/people/{vendor['zhou'].pk}/")
    assert not Visit.objects.filter(staff=vendor["nobody"]).exists()


def test_a_visit_is_ones_own_and_not_on_record(vendor: Cast, sign_in: SignIn) -> None:
    before = reading.count()
    sign_in("zhou").get(reverse("account", args=[vendor.luban.pk]))
    assert Visit.objects.get().staff == vendor["zhou"]
    assert reading.count() == before


def test_what_was_opened_and_is_closed_by_now_is_not_offered(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("zhou")
    client.get(reverse("account", args=[vendor.luban.pk]))
    assert lines(client) == ["鲁班建材"]
    vendor.luban.spokesperson = vendor["lin"]
    vendor.luban.save()
    assert lines(client) == []
    assert lines(sign_in("lin")) == []


def test_a_customer_that_is_not_there_is_not_visited(vendor: Cast, sign_in: SignIn) -> None:
    assert sign_in("lin").get(reverse("account", args=[vendor.luban.pk])).status_code == 404
    assert not Visit.objects.exists()


def test_colleagues_are_found_by_those_who_see_the_list_of_them(sign_in: SignIn) -> None:
    for words in ("周雨", "zhouyu", "zy", "zhuoyu", "zouyu"):
        assert "周雨" in lines(sign_in("he"), words), words
        assert "周雨" not in lines(sign_in("lin"), words), words


def test_what_answers_is_marked_and_what_is_typed_does_no_harm(sign_in: SignIn) -> None:
    client = sign_in("zhou")
    assert "<mark>鲁班</mark>建材" in client.get(reverse("palette"), {"q": "luban"}).content.decode()
    for words in (
        '<script>"',
        "(((",
        "[a-",
        "\\",
        "%",
        "'; --",
        "．*",
        "a" * 500,
        "\u0000",
        "🙂",
        "鲁" * 300,
    ):
        assert client.get(reverse("palette"), {"q": words}).status_code == 200, words
        assert client.get(reverse("palette-lines"), {"name": words}).status_code == 200, words


def test_each_is_offered_only_what_they_may_do(vendor: Cast, sign_in: SignIn) -> None:
    def offered(username: str) -> set[str]:
        return {str(verb.name) for verb in verbs_for(vendor.actor(username))}

    assert {"Import a file", "Lay out this morning again"} <= offered("he")
    assert "Import a file" in offered("tang")
    assert "Lay out this morning again" not in offered("tang")
    for username in ("zhou", "pan", "xu", "nobody"):
        assert not {"Import a file", "Lay out this morning again"} & offered(username)
        assert {"Preferences", "Sign out", "Keyboard shortcuts"} <= offered(username)


def test_a_verb_asks_no_less_than_its_route(vendor: Cast, sign_in: SignIn) -> None:
    for username in vendor.people:
        client = sign_in(username)
        for verb in verbs_for(vendor.actor(username)):
            if verb.route and verb.route != "account_logout":
                address = reverse(verb.route)
                answer = client.post(address, dict(verb.fields)) if verb.is_post else client.get(address)
                assert answer.status_code in {200, 302}, (username, verb.route)


def test_the_morning_is_laid_out_again_only_for_who_answers_for_all(vendor: Cast, sign_in: SignIn) -> None:
    for username in vendor.people:
        answer = sign_in(username).post(reverse("palette-morning"))
        assert answer.status_code == (302 if username == "he" else 404), username


def test_the_palette_begins_with_the_places_and_verbs_of_its_reader(vendor: Cast, sign_in: SignIn) -> None:
    found = re.findall(r'data-group="(?:pages|everywhere)".*?</div>', start(sign_in("zhou")), re.DOTALL)
    assert len(found) == 2
    assert reverse("accounts") in found[0]
    assert reverse("people") not in found[0]
    assert reverse("theme") in found[1]
    assert " ke客 hu户" in start(_reading_chinese(vendor, sign_in))


def _reading_chinese(vendor: Cast, sign_in: SignIn) -> Client:
    client = sign_in("zhou")
    client.post(reverse("language"), {"language": "zh-hans"})
    return client


def test_nobody_is_offered_anything_before_signing_in(vendor: Cast) -> None:
    assert 'id="palette"' not in Client().get("/me/login/").content.decode()
    assert Client().get(reverse("palette"), {"q": "luban"}).status_code == 302


def test_names_of_verbs_come_back_as_they_sound(sign_in: SignIn) -> None:
    answer = sign_in("nobody").get(reverse("palette-lines"), {"name": ["记下判断", "Put off"]})
    assert answer.json() == {"记下判断": " ji记 xia下 pan判 duan断", "Put off": " put off"}


def test_an_ended_role_ends_its_recents(vendor: Cast, sign_in: SignIn) -> None:
    client = sign_in("zhou")
    client.get(reverse("account", args=[vendor.luban.pk]))
    adding.end(vendor["zhou"], Role.SPOKESPERSON, by=SETTING_UP)
    assert lines(client) == []


def test_each_kind_and_each_verb_goes_by_one_name() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len({str(verb.name) for verb in VERBS}) == len(VERBS)


def test_the_last_line_searches_everything_for_what_was_typed(sign_in: SignIn) -> None:
    answer = sign_in("zhou").get(reverse("palette"), {"q": "导出 & 超时"}).content.decode()
    last = answer.rpartition('data-group="search"')[2]
    assert f"{reverse('search')}?q=%E5%AF%BC%E5%87%BA+%26+%E8%B6%85%E6%97%B6" in last
    assert 'data-group="search"' not in sign_in("zhou").get(reverse("palette")).content.decode()
