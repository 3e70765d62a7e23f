"""Routes of saying what a case is, by what is remembered."""

from django.urls import path

from proxeny.web.cases.triage import acts

urlpatterns = [
    path("<int:number>/triage/<slug:kind>/", acts.say, name="case-triage"),
    path(
        "<int:number>/triage/<slug:kind>/<int:sequence>/withdrawal/",
        acts.take_back,
        name="case-triage-withdrawal",
    ),
]
