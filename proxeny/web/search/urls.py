"""Routes of the search."""

from django.urls import path

from proxeny.web.search import show

urlpatterns = [path("", show.show, name="search")]
