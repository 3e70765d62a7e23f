"""Routes of the ledger."""

from django.urls import path

from proxeny.web.ledger import bundles, receipts, show

urlpatterns = [
    path("", show.show, name="ledger"),
    path("verification/", show.verification, name="ledger-verification"),
    path("accounts/<int:number>/bundle/", bundles.of_account, name="ledger-bundle-account"),
    path("cases/<int:number>/bundle/", bundles.of_case, name="ledger-bundle-case"),
    path("receipts/promises/<int:number>/", receipts.of_promise, name="receipt-promise"),
    path("receipts/messages/<int:number>/", receipts.of_message, name="receipt-message"),
    path("receipts/cases/<int:number>/", receipts.of_case, name="receipt-case"),
]
