"""Routes of promises."""

from django.urls import path

from proxeny.web.lists import routes
from proxeny.web.promises import index, new, settling, show
from proxeny.web.promises.listing import PROMISES

urlpatterns = [
    path("", index.index, name="promises"),
    *routes.of(PROMISES),
    path("new/", new.new, name="promise-new"),
    path("<int:number>/", show.show, name="promise"),
    path("<int:number>/recording/withdrawal/", new.take_back, name="promise-recording-withdrawal"),
    path("<int:number>/keeping/", settling.keep, name="promise-keeping"),
    path("<int:number>/keeping/withdrawal/", settling.unkeep, name="promise-keeping-withdrawal"),
    path("<int:number>/moves/", settling.move, name="promise-move"),
    path("<int:number>/moves/<int:move_number>/withdrawal/", settling.unmove, name="promise-move-withdrawal"),
    path("<int:number>/withdrawal/", settling.withdraw, name="promise-withdrawal"),
    path("<int:number>/withdrawal/withdrawal/", settling.restore, name="promise-withdrawal-withdrawal"),
]
