"""Routes of colleagues and teams."""

from django.urls import path

from proxeny.web.lists import routes
from proxeny.web.people import change, show, teams
from proxeny.web.people.listing import PEOPLE

urlpatterns = [
    path("", show.people, name="people"),
    *routes.of(PEOPLE),
    path("new/", change.add, name="people-add"),
    path("teams/", teams.found, name="teams-found"),
    path("<int:number>/", show.person, name="person"),
    path("<int:number>/roles/", change.roles, name="person-roles"),
    path("<int:number>/departure/", change.departure, name="person-departure"),
    path("<int:number>/memberships/", teams.join, name="person-join"),
    path("<int:number>/memberships/<int:team_number>/end/", teams.leave, name="person-leave"),
    path("<int:number>/memberships/<int:team_number>/headship/", teams.head, name="person-head"),
]
