"""Routes of orders to teams."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
