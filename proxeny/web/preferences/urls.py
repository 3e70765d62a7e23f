"""Routes of one's own settings."""

from django.urls import path

from proxeny.web.preferences import show

urlpatterns = [
    path("", show.preferences, name="preferences"),
    path("theme/", show.theme, name="theme"),
]
