"""Routes of a case's course."""

from django.urls import path

from proxeny.web.cases.course import ending, outputs, part, proposals, steps, waits

urlpatterns = [
    path("<int:number>/course/", part.part, name="case-course"),
    path("<int:number>/steps/<slug:name>/", steps.step, name="case-step"),
    path("<int:number>/steps/<slug:name>/undo/", steps.undo, name="case-step-undo"),
    path("<int:number>/proposals/new/", proposals.new, name="case-proposal-new"),
    path("proposals/<int:number>/end/", proposals.end, name="case-proposal-end"),
    path("proposals/<int:number>/withdrawal/", proposals.withdraw, name="case-proposal-withdrawal"),
    path("proposals/<int:number>/restoring/", proposals.restore, name="case-proposal-restoring"),
    path("<int:number>/solution/", ending.solution, name="case-solution"),
    path("<int:number>/reopening/", ending.reopening, name="case-reopening"),
    path("<int:number>/learning/", ending.learn, name="case-learning"),
    path("<int:number>/article/", outputs.article, name="case-article"),
    path("<int:number>/wait/", waits.wait, name="case-wait"),
    path("<int:number>/wait/end/", waits.go_on, name="case-wait-end"),
]
