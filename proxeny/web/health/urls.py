"""Routes of health."""

from django.urls import path

from proxeny.web.health import show, weights

urlpatterns = [
    path("<int:number>/", show.show, name="account-health"),
    path("weights/", weights.weights, name="health-weights"),
    path("weights/preview/", weights.preview, name="health-weights-preview"),
]
