"""Routes of what was given away."""

from django.urls import path

from proxeny.web.concessions import index, limits, new, settling, show
from proxeny.web.concessions.listing import CONCESSIONS
from proxeny.web.lists import routes

urlpatterns = [
    path("", index.index, name="concessions"),
    *routes.of(CONCESSIONS),
    path("new/", new.new, name="concession-new"),
    path("limits/", limits.limits, name="concession-limits"),
    path("of/<int:number>/", index.of_account, name="concessions-of-account"),
    path("<int:number>/", show.show, name="concession"),
    path("<int:number>/recording/withdrawal/", new.take_back, name="concession-recording-withdrawal"),
    path("<int:number>/approval/", settling.approve, name="concession-approval"),
    path("<int:number>/refusal/", settling.refuse, name="concession-refusal"),
    path("<int:number>/decision/withdrawal/", settling.undecide, name="concession-decision-withdrawal"),
    path("<int:number>/withdrawal/", settling.withdraw, name="concession-withdrawal"),
    path("<int:number>/withdrawal/withdrawal/", settling.restore, name="concession-withdrawal-withdrawal"),
]
