"""Routes of the working calendar."""

from django.urls import path

from proxeny.web.calendar import show

urlpatterns = [
    path("", show.this_year, name="calendar"),
    path("<int:number>/", show.year, name="calendar-year"),
    path("<int:number>/confirmation/", show.confirmation, name="calendar-confirmation"),
    path("<int:number>/corrections/", show.corrections, name="calendar-corrections"),
    path("<int:number>/corrections/<str:day>/end/", show.restoration, name="calendar-restoration"),
]
