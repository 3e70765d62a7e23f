"""Routes of notices."""

from django.urls import path

from proxeny.web.notices import choices, index, settling

urlpatterns = [
    path("", index.inbox, name="notices"),
    path("<int:number>/", index.notice, name="notice"),
    path("done/", settling.done, name="notices-done"),
    path("open/", settling.opened, name="notices-open"),
    path("read/", settling.read, name="notices-read"),
    path("unread/", settling.unread, name="notices-unread"),
    path("choices/", choices.choices, name="notices-choices"),
]
