"""Routes of orders to erase."""

from django.urls import path

from proxeny.web.erasure import index, new, retention, settling, show

urlpatterns = [
    path("", index.index, name="erasures"),
    path("new/", new.new, name="erasure-new"),
    path("retention/", retention.retention, name="erasure-retention"),
    path("<int:number>/", show.show, name="erasure"),
    path("<int:number>/preview/", show.preview, name="erasure-preview"),
    path("<int:number>/confirmation/", settling.confirm, name="erasure-confirmation"),
    path("<int:number>/refusal/", settling.refuse, name="erasure-refusal"),
    path("<int:number>/withdrawal/", settling.withdraw, name="erasure-withdrawal"),
]
