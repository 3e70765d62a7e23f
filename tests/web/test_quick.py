from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from proxeny.web import quick


def test_an_address_is_the_one_that_the_routes_give() -> None:
    for number in (1, 12, 987_654_321):
        assert quick.address("account", number) == reverse("account", args=[number])
    assert quick.address("accounts") == reverse("accounts")


def test_text_is_escaped_unless_it_is_safe() -> None:
    assert quick.text("<b>'\"&") == "&lt;b&gt;&#x27;&quot;&amp;"
    assert quick.text(mark_safe("<b>")) == "<b>"
    assert quick.text(12) == "12"
    assert quick.text(_("Accounts")) == "Accounts"


def test_an_icon_says_its_label_and_is_silent_without() -> None:
    assert 'aria-label="&lt;b&gt;"' in quick.icon("search", "<b>")
    assert 'aria-hidden="true"' in quick.icon("search")
    assert quick.icon("search") != quick.icon("close")
