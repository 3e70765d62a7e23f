"""Routes of what sales heard."""

from django.urls import path

from proxeny.web.lists import routes
from proxeny.web.talks import index, new, settling, show
from proxeny.web.talks.listing import TALKS

urlpatterns = [
    path("", index.index, name="talks"),
    *routes.of(TALKS),
    path("new/", new.new, name="talk-new"),
    path("of/<int:number>/", index.of_account, name="talks-of-account"),
    path("points/<int:number>/withdrawal/", settling.take_back_point, name="talk-point-withdrawal"),
    path("<int:number>/", show.show, name="talk"),
    path("<int:number>/nothing/", settling.nothing, name="talk-nothing"),
    path("<int:number>/nothing/withdrawal/", settling.something_after_all, name="talk-nothing-withdrawal"),
    path("<int:number>/asking/", settling.ask, name="talk-asking"),
    path("<int:number>/calling-off/", settling.call_off, name="talk-calling-off"),
    path("<int:number>/calling-off/withdrawal/", settling.hold, name="talk-calling-off-withdrawal"),
]
