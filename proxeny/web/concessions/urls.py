"""Routes of what was given away."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
