"""Routes of customers."""

from django.urls import path

from proxeny.web.accounts import assign, chart, index, show

urlpatterns = [
    path("", index.index, name="accounts"),
    path("export.csv", index.export, name="accounts-export"),
    path("<int:number>/", show.show, name="account"),
    path("<int:number>/assignment/", assign.assign, name="account-assignment"),
    path("<int:number>/consumption/", chart.part, name="account-consumption"),
    path("<int:number>/consumption.svg", chart.picture, name="account-consumption-picture"),
    path("<int:number>/consumption.csv", chart.figures, name="account-consumption-figures"),
    path("<int:number>/consumption.json", chart.days, name="account-consumption-days"),
]
