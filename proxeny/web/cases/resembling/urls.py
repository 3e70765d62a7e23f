"""Routes of look-alikes."""

from django.urls import path

from proxeny.web.cases.resembling import acts

urlpatterns = [
    path("resembling/", acts.typing, name="case-resembling"),
    path("<int:number>/defects/", acts.link, name="case-resembling-defect"),
    path(
        "<int:number>/defects/<int:sequence>/withdrawal/",
        acts.unlink,
        name="case-resembling-defect-withdrawal",
    ),
]
