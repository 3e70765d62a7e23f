"""Defects and requests on the screen: noted, changed, settled, taken back; who reads, and what of it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.accounts.models import Account
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.demand import asking, linking, recording
from proxeny.demand.models import Defect, Request
from tests.cast import Cast, SignIn

DEFECT = {
    "title": "导出超时",
    "product": "账单",
    "module": "导出",
    "symptom": "60 秒后断开",
    "environment": "",
    "workaround": "",
    "workaround_risk": "",
}
NEED = {"what": "能合并单元格", "environment": "内网 3.1,80 人", "purpose": "周报不再用 Excel"}


def case(vendor: Cast, account: Account, **more: bool) -> Case:
    return open_case(account, Opening(title="导出不动", text="不动", **more), by=vendor.actor("he"))  # type: ignore[arg-type]


def read(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(route, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, route: str, *args: object, query: str = "", **fields: object) -> str:
    answer = client.post(reverse(route, args=args) + query, fields, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


def test_a_defect_is_noted_from_a_case_changed_and_fixed_and_each_is_taken_back(
    vendor: Cast, sign_in: SignIn
) -> None:
    zhou, shown = sign_in("zhou"), case(vendor, vendor.luban)
    send(zhou, "defect-new", query=f"?case={shown.number}", **DEFECT)
    defect = Defect.objects.get()
    assert defect.links.get().case == shown
    seen = {f"seen-{name}": text for name, text in DEFECT.items()}
    page = send(zhou, "defect-change", defect.pk, **{**DEFECT, "workaround": "按月分次", **seen})
    assert "按月分次" in page
    undo = re.search(r'action="(/defects/\d+/changes/\d+/withdrawal/)"', page)
    assert undo
    zhou.post(undo[1])
    assert Defect.objects.get().workaround == ""
    zhang = sign_in("zhang")
    page = send(zhang, "defect-fix", defect.pk, said="3.2.1")
    assert "3.2.1" in page
    assert Defect.objects.get().state == "fixed"
    send(zhang, "defect-reopening", defect.pk)
    assert Defect.objects.get().state == "open"


def test_a_form_that_names_the_customer_of_the_case_is_sent_back(vendor: Cast, sign_in: SignIn) -> None:
    shown = case(vendor, vendor.luban)
    fields = {**DEFECT, "symptom": "鲁班建材导出断开"}
    answer = sign_in("zhou").post(f"{reverse('defect-new')}?case={shown.number}", fields)
    assert answer.status_code == 422
    assert "leave out the customer’s name" in answer.content.decode()
    assert not Defect.objects.exists()
    assert sign_in("lin").get(f"{reverse('defect-new')}?case={shown.number}").status_code == 404


def test_engineers_read_how_many_are_troubled_and_not_who(vendor: Cast, sign_in: SignIn) -> None:
    defect = recording.open_defect(
        title="导出超时", symptom="断开", found_in=case(vendor, vendor.luban), by=vendor.actor("he")
    )
    linking.link(defect, case(vendor, vendor.yunqi), by=vendor.actor("he"))
    page = read(sign_in("zhang"), "defect", defect.pk)
    assert "2 customers troubled" in page
    assert "鲁班建材" not in page
    page = read(sign_in("zhou"), "defect", defect.pk)
    assert "鲁班建材" in page
    assert "云启科技" not in page
    assert "1 case of a customer that is not yours" in page


def test_who_only_reads_defects_changes_none_and_strangers_find_none(vendor: Cast, sign_in: SignIn) -> None:
    defect = recording.open_defect(title="导出超时", symptom="断开", by=vendor.actor("zhou"))
    for reader in ("tang", "pan", "shen"):
        client = sign_in(reader)
        assert reverse("defect-fix", args=[defect.pk]) not in read(client, "defect", defect.pk)
        assert client.post(reverse("defect-fix", args=[defect.pk]), {"said": "x"}).status_code == 404
        assert client.post(reverse("defect-change", args=[defect.pk]), DEFECT).status_code == 404
    assert sign_in("nobody").get(reverse("defects")).status_code == 404
    assert Defect.objects.get().state == "open"


def test_a_request_is_noted_from_a_case_withdrawn_and_brought_back(vendor: Cast, sign_in: SignIn) -> None:
    zhou, heard = sign_in("zhou"), case(vendor, vendor.luban)
    send(zhou, "request-new", query=f"?case={heard.number}", **NEED)
    one = Request.objects.get()
    assert (one.account, one.case) == (vendor.luban, heard)
    page = send(zhou, "request-withdrawal", one.pk, reason="换了做法")
    assert "换了做法" in page
    undo = re.search(r'action="(/requests/\d+/withdrawal/withdrawal/)"', page)
    assert undo
    zhou.post(undo[1])
    assert Request.objects.get().state == "open"


@pytest.mark.parametrize("missing", ["environment", "purpose"])
def test_the_form_says_what_is_missing_for_product(vendor: Cast, sign_in: SignIn, missing: str) -> None:
    answer = sign_in("zhou").post(
        f"{reverse('request-new')}?account={vendor.luban.pk}", {**NEED, missing: ""}
    )
    assert answer.status_code == 422
    assert f'href="#id_{missing}"' in answer.content.decode()
    assert not Request.objects.exists()


def test_product_learns_who_asks_and_nothing_else_of_the_customer(vendor: Cast, sign_in: SignIn) -> None:
    one = asking.ask(vendor.luban, **NEED, by=vendor.actor("zhou"))
    xu = sign_in("xu")
    for page in (read(xu, "requests"), read(xu, "request", one.pk)):
        assert NEED["what"] in page
        assert "鲁班建材" in page
        assert reverse("account", args=[vendor.luban.pk]) not in page
    file = xu.get(reverse("requests-export")).getvalue().decode()
    assert NEED["purpose"] in file
    assert NEED["what"] in xu.get(reverse("requests"), {"q": "luban"}).content.decode()
    assert xu.get(reverse("account", args=[vendor.luban.pk])).status_code == 404


def test_to_outsiders_a_request_does_not_exist(vendor: Cast, sign_in: SignIn) -> None:
    one = asking.ask(vendor.luban, **NEED, by=vendor.actor("zhou"))
    for outsider in ("lin", "zhang", "nobody"):
        assert sign_in(outsider).get(reverse("request", args=[one.pk])).status_code == 404
    for reader in ("pan", "xu", "tang"):
        address = reverse("request-withdrawal", args=[one.pk])
        assert sign_in(reader).post(address, {"reason": "x"}).status_code == 404
    assert NEED["what"] not in read(sign_in("lin"), "requests")
    assert sign_in("lin").get(f"{reverse('request-new')}?account={vendor.luban.pk}").status_code == 404


def test_of_a_confidential_case_neither_sales_nor_product_learn_anything(
    vendor: Cast, sign_in: SignIn
) -> None:
    secret = case(vendor, vendor.luban, is_confidential=True)
    defect = recording.open_defect(title="导出超时", symptom="断开", found_in=secret, by=vendor.actor("zhou"))
    one = asking.ask(vendor.luban, **NEED, case=secret, by=vendor.actor("zhou"))
    for outsider in ("pan", "xu"):
        client = sign_in(outsider)
        assert client.get(reverse("request", args=[one.pk])).status_code == 404
        assert NEED["what"] not in read(client, "requests")
        assert "No case is linked to it." in read(client, "defect", defect.pk)
    assert str(secret.number) in read(sign_in("zhou"), "defect", defect.pk)


def test_the_palette_finds_defects_and_requests(vendor: Cast, sign_in: SignIn) -> None:
    defect = recording.open_defect(title="导出超时", symptom="断开", by=vendor.actor("zhou"))
    one = asking.ask(vendor.luban, **NEED, by=vendor.actor("zhou"))
    zhou, lin = sign_in("zhou"), sign_in("lin")
    assert (
        f'href="{reverse("defect", args=[defect.pk])}"'
        in zhou.get(reverse("palette"), {"q": "导出超时"}).content.decode()
    )
    href = f'href="{reverse("request", args=[one.pk])}"'
    assert href in zhou.get(reverse("palette"), {"q": "合并单元格"}).content.decode()
    assert href not in lin.get(reverse("palette"), {"q": "合并单元格"}).content.decode()


@pytest.mark.parametrize(("route", "most"), [("defects", 16), ("requests", 15)])
def test_a_list_asks_as_many_questions_for_thirty_rows_as_for_three(
    vendor: Cast,
    sign_in: SignIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    route: str,
    most: int,
) -> None:
    shown = case(vendor, vendor.luban)
    for number in range(30):
        title = f"第 {number:02} 个"
        recording.open_defect(title=title, symptom="断开", found_in=shown, by=vendor.actor("zhou"))
        asking.ask(vendor.luban, **{**NEED, "what": title}, by=vendor.actor("zhou"))
    client = sign_in("zhou")
    read(client, route)
    with django_assert_max_num_queries(most) as few:
        client.get(reverse(route), {"q": "第 0"})
    with django_assert_max_num_queries(most) as many:
        assert client.get(reverse(route), {"q": "第"}).content.decode().count("<tr data-row") == 30
    assert len(many) == len(few)
