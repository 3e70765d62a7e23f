"""Routes of what sales heard."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
