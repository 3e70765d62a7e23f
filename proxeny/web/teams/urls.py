"""Routes of the record of teams."""

from django.urls import path

from proxeny.web.teams import index, show

urlpatterns = [
    path("", index.index, name="teams"),
    path("<int:number>/", show.show, name="team"),
]
