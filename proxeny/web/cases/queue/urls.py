"""Routes of the queue, and of opening a case."""

from django.urls import include, path

from proxeny.web.cases.queue import index, opening
from proxeny.web.cases.queue.listing import CASES
from proxeny.web.lists import routes

urlpatterns = [
    path("", index.index, name="cases"),
    path("new/", opening.new, name="case-new"),
    path("new/customers/", opening.customers, name="case-new-customers"),
    path("all/", index.everything, name="cases-all"),
    path("all/", include(routes.of(CASES))),
]
