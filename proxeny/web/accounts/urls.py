"""Routes of customers."""

from django.urls import path

from proxeny.web.accounts import assign, basics, chart, contacts, index, show, spans
from proxeny.web.lists import routes

urlpatterns = [
    path("", index.index, name="accounts"),
    *routes.of(index.ACCOUNTS),
    path("<int:number>/", show.show, name="account"),
    path("<int:number>/assignment/", assign.assign, name="account-assignment"),
    path("<int:number>/fields/<slug:name>/", basics.field, name="account-field"),
    path(
        "<int:number>/changes/<int:sequence>/withdrawal/",
        basics.take_back,
        name="account-change-withdrawal",
    ),
    path("<int:number>/contacts/", contacts.add, name="contact-new"),
    path("contacts/<int:number>/fields/<slug:name>/", contacts.field, name="contact-field"),
    path(
        "contacts/<int:number>/changes/<int:sequence>/withdrawal/",
        contacts.take_back,
        name="contact-change-withdrawal",
    ),
    path("contacts/<int:number>/departure/", contacts.leave, name="contact-departure"),
    path("contacts/<int:number>/withdrawal/", contacts.withdraw, name="contact-withdrawal"),
    path("<int:number>/consumption/", chart.part, name="account-consumption"),
    path("<int:number>/spans/", spans.part, name="account-spans"),
    path("<int:number>/consumption.svg", chart.picture, name="account-consumption-picture"),
    path("<int:number>/consumption.csv", chart.figures, name="account-consumption-figures"),
    path("<int:number>/consumption.json", chart.days, name="account-consumption-days"),
]
