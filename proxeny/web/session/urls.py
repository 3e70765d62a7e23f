"""Routes of the session."""

from django.urls import path

from proxeny.web.session import arriving, language

urlpatterns = [
    path("arrival/", arriving.arrive, name="arrival"),
    path("language/", language.choose, name="language"),
]
