"""Routes of the record of teams."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
