"""Route of the style guide."""

from django.urls import path

from proxeny.web.styleguide import show

urlpatterns = [path("", show.show, name="styleguide")]
