"""Routes of what is promised of service."""

from django.urls import path

from proxeny.web.cases.service import hours, targets

urlpatterns = [
    path("service/", targets.targets, name="service-targets"),
    path("service/hours/<int:number>/", hours.hours, name="service-hours"),
    path("service/hours/<int:number>/removal/", hours.forget, name="service-hours-removal"),
]
