"""Routes of the palette."""

from django.urls import path

from proxeny.web.palette import show

urlpatterns = [
    path("", show.answers, name="palette"),
    path("start/", show.start, name="palette-start"),
    path("lines/", show.lines, name="palette-lines"),
    path("morning/", show.morning, name="palette-morning"),
]
