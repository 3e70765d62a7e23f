"""Routes of drafts."""

from django.urls import path

from proxeny.web.drafts import keeping, restoring

urlpatterns = [
    path("<str:key>/", keeping.draft, name="draft"),
    path("<str:key>/removal/", restoring.discard, name="draft-discard"),
    path("<str:key>/restoration/", restoring.restore, name="draft-restore"),
]
