"""Routes of the docket."""

from django.urls import path

from proxeny.web.docket import answers, chart, show, sweeps

urlpatterns = [
    path("<int:number>/", show.item, name="docket-item"),
    path("<int:number>/chart/", chart.chart, name="docket-chart"),
    path("<int:number>/judgement/", answers.judge, name="docket-judge"),
    path("<int:number>/snooze/", answers.snooze, name="docket-snooze"),
    path("<int:number>/dismissal/", answers.dismiss, name="docket-dismiss"),
    path("answers/<int:number>/withdrawal/", answers.take_back, name="answer-take-back"),
    path("rest/", show.rest, name="docket-rest"),
    path("sweeps/", sweeps.state, name="docket-sweep"),
]
