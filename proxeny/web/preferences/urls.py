"""Routes of one's own settings."""

from django.urls import path

from proxeny.web.preferences import show

urlpatterns = [
    path("", show.preferences, name="preferences"),
    path("undo/", show.undo, name="preferences-undo"),
    path("theme/", show.theme, name="theme"),
]
