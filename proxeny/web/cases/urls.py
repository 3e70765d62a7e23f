"""Routes of cases: each part of the page has its own."""

from django.urls import include, path

from proxeny.web.cases import show

urlpatterns = [
    path("", include("proxeny.web.cases.queue.urls")),
    path("<int:number>/", show.show, name="case"),
    path("<int:number>/panels/<slug:key>/", show.part, name="case-panel"),
    path("", include("proxeny.web.cases.service.urls")),
    path("", include("proxeny.web.cases.course.urls")),
    path("", include("proxeny.web.cases.talk.urls")),
    path("", include("proxeny.web.cases.understanding.urls")),
    path("", include("proxeny.web.cases.ties.urls")),
    path("", include("proxeny.web.cases.resembling.urls")),
    path("", include("proxeny.web.cases.triage.urls")),
]
