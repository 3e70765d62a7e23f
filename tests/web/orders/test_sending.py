"""Sending an order out of a case: whom to ask is suggested while one types, and one sees what the team will see."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.test import Client
from django.urls import reverse

from proxeny.catalogue.models import Ownership, Product
from proxeny.core import clock
from proxeny.dispatch.models import Order
from tests.dispatch.ordered import Works
from tests.web.orders.conftest import Enter


def form_of(at: Works) -> str:
    return f"{reverse('order-new')}?case={at.case.number}"


def owned(at: Works) -> Product:
    """The product whose time-outs belong to the storage team, and all else of it to the network team."""
    now = clock.now()
    product = Product.objects.create(name="星河存储", added_by="test", added_at=now)
    Ownership.objects.create(product=product, symptoms=["超时"], team=at.storage, set_by="test", set_at=now)
    Ownership.objects.create(product=product, team=at.network, set_by="test", set_at=now)
    return product


def teams(client: Client, **typed: object) -> str:
    return client.get(reverse("order-suggestions"), typed).content.decode()


def chosen(text: str) -> str:
    """The team that stands in the field."""
    option = text[: text.index(" selected>")].rpartition('value="')[2]
    return option.partition('"')[0]


def test_the_team_follows_from_product_and_symptom_until_somebody_chooses_another(
    enter: Enter, at: Works
) -> None:
    zhou, product = enter("zhou"), owned(at)
    storage, network = str(at.storage.pk), str(at.network.pk)
    text = teams(zhou, product=product.pk, symptom="导出超时")
    assert chosen(text) == storage
    assert "“超时” in 星河存储 is theirs" in text
    assert "nobody is on duty, 雷工 heads it" in text
    again = teams(zhou, product=product.pk, symptom="卡死", team=storage, picked=storage)
    assert chosen(again) == network
    kept = teams(zhou, product=product.pk, symptom="导出超时", team=at.compute.pk, picked=network)
    assert chosen(kept) == str(at.compute.pk)


def test_that_nobody_owns_it_is_said(enter: Enter, at: Works) -> None:
    owned(at)
    text = teams(enter("zhou"), symptom="打印机冒烟")
    assert "Nobody owns this" in text
    assert " selected" not in text
    assert "存储组" in text
    assert "Nobody owns this" not in teams(enter("zhou"))


def test_the_form_begins_with_what_the_case_knows(enter: Enter, at: Works) -> None:
    product = owned(at)
    at.case.product, at.case.environment = "星河存储", "企业版 3.2"
    at.case.save()
    text = enter("zhou").get(form_of(at)).content.decode()
    assert f'value="{product.pk}" selected' in text
    assert 'value="导出报表超时"' in text
    assert 'name="facts" value="environment" checked' in text
    assert "企业版 3.2" in text
    assert "To be done" in text


def test_the_preview_holds_exactly_what_the_team_will_see(enter: Enter, at: Works) -> None:
    address = f"{reverse('order-preview')}?case={at.case.number}"
    typed = {
        "wanted": "查慢查询",
        "facts": ["severity"],
        "team": at.storage.pk,
        "symptom": "慢",
        "is_urgent": "on",
    }
    text = enter("zhou").post(address, typed).content.decode()
    assert "查慢查询" in text
    assert "work is hindered badly" in text
    assert "urgent" in text
    assert "鲁班建材" not in text
    sent = enter("zhou").post(form_of(at), typed)
    assert sent.status_code == 302
    seen = enter("zhang").get(sent["Location"]).content.decode()
    assert "work is hindered badly" in seen
    assert "鲁班建材" not in seen


def test_an_order_is_sent_with_the_facts_that_were_ticked(enter: Enter, at: Works) -> None:
    product = owned(at)
    typed = {
        "wanted": "导出 50 万行不再超时",
        "symptom": "导出超时",
        "product": product.pk,
        "team": at.storage.pk,
        "facts": ["shows", "customer"],
        "wanted_by": "2026-11-25T18:00",
    }
    sent = enter("zhou").post(form_of(at), typed)
    order = Order.objects.get()
    assert sent["Location"] == reverse("order", args=[order.number])
    assert [one["what"] for one in order.facts] == ["shows", "customer"]
    assert (order.team, order.product, order.symptom) == (at.storage, product, "导出超时")
    assert order.wanted_by == datetime(2026, 11, 25, 18, tzinfo=ZoneInfo("Asia/Shanghai"))
    enter("zhou").post(form_of(at), typed)
    assert Order.objects.count() == 1


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_sent(enter: Enter, at: Works) -> None:
    refused = enter("zhou").post(
        form_of(at), {"wanted": "", "symptom": "慢", "wanted_by": "2026-11-01T10:00"}
    )
    assert refused.status_code == 422
    assert 'aria-invalid="true"' in refused.content.decode()
    late = {"wanted": "x", "team": at.storage.pk, "wanted_by": "2026-11-01T10:00"}
    refused = enter("zhou").post(form_of(at), late)
    assert refused.status_code == 422
    assert "That moment has passed." in refused.content.decode()
    assert not Order.objects.exists()


def test_without_scripts_one_can_look_before_sending(enter: Enter, at: Works) -> None:
    looked = enter("zhou").post(form_of(at), {"wanted": "查慢查询", "look": "1"})
    assert looked.status_code == 200
    assert looked.content.decode().count("查慢查询") == 2
    assert not Order.objects.exists()
