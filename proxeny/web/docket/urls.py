"""Routes of the docket."""

from django.urls import path

from proxeny.web.docket import answers, show, sweeps

urlpatterns = [
    path("", show.show, name="docket"),
    path("docket/<int:number>/", show.item, name="docket-item"),
    path("docket/<int:number>/judgement/", answers.judge, name="docket-judge"),
    path("docket/<int:number>/snooze/", answers.snooze, name="docket-snooze"),
    path("docket/<int:number>/dismissal/", answers.dismiss, name="docket-dismiss"),
    path("docket/answers/<int:number>/withdrawal/", answers.take_back, name="answer-take-back"),
    path("docket/sweeps/", sweeps.state, name="docket-sweep"),
]
