"""Routes from an empty installation to the first docket."""

from django.urls import path

from proxeny.web.welcome import hints, owner, start

urlpatterns = [
    path("", owner.owner, name="welcome"),
    path("start/", start.start, name="welcome-start"),
    path("demo/", start.load_demo, name="welcome-demo"),
    path("demo/progress/", start.demo_progress, name="welcome-demo-progress"),
    path("demo/cancellation/", start.stop_demo, name="welcome-demo-stop"),
    path("hints/<slug:kind>/", hints.put_away, name="hint-put-away"),
]
