"""Every route says who may use it. A route that says nothing is closed, and a test fails on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may use a route: anybody (`public`), any colleague, or those whose roles open `area` (for change: `write`)."""

    public: bool = False
    area: Area | None = None
    write: bool = False

    def admits(self, actor: Actor | None) -> bool:
        """Tell whether the actor (None: not signed in) may use the route at all; the objects are checked when loaded."""
        if self.public:
            return True
        return actor is not None and (self.area is None or may(actor, self.area, write=self.write))


PUBLIC = Policy(public=True)
COLLEAGUES = Policy()

# Routes of libraries, by the start of their name or path; our own routes carry their policy on the view.
LIBRARY_ROUTES: dict[str, Policy] = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_reauthenticate": COLLEAGUES,
    "account_change_password": COLLEAGUES,
    "account_set_password": COLLEAGUES,
    "account_inactive": PUBLIC,
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": COLLEAGUES,
    "mfa_index": COLLEAGUES,
    "mfa_activate_totp": COLLEAGUES,
    "mfa_deactivate_totp": COLLEAGUES,
    "mfa_view_recovery_codes": COLLEAGUES,
    "mfa_generate_recovery_codes": COLLEAGUES,
    "mfa_download_recovery_codes": COLLEAGUES,
    "openid_connect_login": PUBLIC,
    "openid_connect_callback": PUBLIC,
    "socialaccount_login_cancelled": PUBLIC,
    "socialaccount_login_error": PUBLIC,
    "socialaccount_signup": PUBLIC,
    "socialaccount_connections": COLLEAGUES,
}


class StaffRequest(HttpRequest):
    """A request whose sender is known: `actor` is the colleague who acts."""

    actor: Actor


def route(policy: Policy) -> Callable[[View], View]:
    """Declare who may use a view. What its loaders do not find, or must not show, answers 404, the same for both."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except NotFound:
                raise Http404 from None

        guarded.policy = policy  # type: ignore[attr-defined]
        return guarded

    return declare


def readers_of(area: Area) -> Callable[[View], View]:
    """Open the route to those who may read something in `area`."""
    return route(Policy(area=area))


def writers_of(area: Area) -> Callable[[View], View]:
    """Open the route to those who may change something in `area`."""
    return route(Policy(area=area, write=True))


public = route(PUBLIC)
colleagues = route(COLLEAGUES)


def policy_of(view: Any, url_name: str | None) -> Policy | None:
    """Return the policy that a view declares, or None."""
    declared = getattr(view, "policy", None)
    return declared if isinstance(declared, Policy) else LIBRARY_ROUTES.get(url_name or "")


class DeclaredRoutes:
    """Middleware: let a request through only where the route's policy admits its sender."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on; the check stands in `process_view`, where the route is known."""
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: View, _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Refuse with the sign-in page or with 404; a closed door looks like no door."""
        actor = request.user.actor if request.user.is_authenticated else None
        request.actor = actor  # type: ignore[attr-defined]
        match = request.resolver_match
        policy = policy_of(view, match.url_name if match else None)
        if policy is None:
            raise Http404
        if policy.admits(actor):
            return None
        if actor is None and request.method in {"GET", "HEAD"}:
            return redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
        raise Http404
