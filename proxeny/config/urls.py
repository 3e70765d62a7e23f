"""All routes: one include per resource; each view says itself who may use it."""

from django.conf import settings
from django.urls import include, path

from proxeny.web import errors
from proxeny.web.demand import urls as demand
from proxeny.web.docket.show import show as docket

urlpatterns = [
    path("", docket, name="docket"),
    path("docket/", include("proxeny.web.docket.urls")),
    path("accounts/", include("proxeny.web.accounts.urls")),
    path("cases/", include("proxeny.web.cases.urls")),
    path("promises/", include("proxeny.web.promises.urls")),
    path("articles/", include("proxeny.web.knowledge.urls")),
    path("defects/", include(demand.defects)),
    path("requests/", include(demand.requests)),
    path("catalogue/", include("proxeny.web.catalogue.urls")),
    path("orders/", include("proxeny.web.orders.urls")),
    path("concessions/", include("proxeny.web.concessions.urls")),
    path("talks/", include("proxeny.web.talks.urls")),
    path("teams/", include("proxeny.web.teams.urls")),
    path("imports/", include("proxeny.web.imports.urls")),
    path("ledger/", include("proxeny.web.ledger.urls")),
    path("health/", include("proxeny.web.health.urls")),
    path("erasure/", include("proxeny.web.erasure.urls")),
    path("glass/", include("proxeny.web.glass.urls")),
    path("people/", include("proxeny.web.people.urls")),
    path("calendar/", include("proxeny.web.calendar.urls")),
    path("welcome/", include("proxeny.web.welcome.urls")),
    path("notices/", include("proxeny.web.notices.urls")),
    path("presence/", include("proxeny.web.presence.urls")),
    path("views/", include("proxeny.web.views.urls")),
    path("preferences/", include("proxeny.web.preferences.urls")),
    path("search/", include("proxeny.web.search.urls")),
    path("palette/", include("proxeny.web.palette.urls")),
    path("session/", include("proxeny.web.session.urls")),
    path("drafts/", include("proxeny.web.drafts.urls")),
    path("me/", include("allauth.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", include("proxeny.web.styleguide.urls")))

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
