"""Routes of the ledger."""

from django.urls import path

from proxeny.web.ledger import show

urlpatterns = [
    path("", show.show, name="ledger"),
    path("verification/", show.verification, name="ledger-verification"),
]
