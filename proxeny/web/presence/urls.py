"""The route of signs of life."""

from django.urls import path

from proxeny.web.presence import beat

urlpatterns = [
    path("", beat.beat, name="presence"),
]
