"""The second page of an empty installation: a file, the demo, or colleagues first."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from proxeny.accounts import access as accounts
from proxeny.core.actors import Actor
from proxeny.demo import background, naming
from proxeny.demo.generating import NAME
from proxeny.demo.steps import PASSWORD, STEPS
from proxeny.identity.roles import Area, may
from proxeny.web.imports.kinds import places
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.IMPORTS)
@require_safe
def start(request: StaffRequest) -> HttpResponse:
    """Show the three doors, or how far the demo is; once there are customers, lead to the first page."""
    if _is_over(request.actor):
        return redirect("arrival")
    context = {
        **_demo(request.actor),
        "import_places": places(),
        "may_add_people": may(request.actor, Area.PEOPLE, write=True),
        "vendor": NAME,
        "password": PASSWORD,
        "demo_people": naming.who_signs_in(),
    }
    return render(request, "welcome/start.html", context)


@writers_of(Area.PEOPLE)
@require_POST
def load_demo(request: StaffRequest) -> HttpResponse:
    """Have the demo loaded, or gone on with."""
    background.begin(by=request.actor)
    return redirect("welcome-start")


@writers_of(Area.PEOPLE)
@require_POST
def stop_demo(request: StaffRequest) -> HttpResponse:
    """Ask the load to end."""
    background.stop(by=request.actor)
    return redirect("welcome-start")


@writers_of(Area.IMPORTS)
@require_safe
def demo_progress(request: StaffRequest) -> HttpResponse:
    """Answer how far the demo is; at its end, the way to the docket."""
    if _is_over(request.actor):
        return HttpResponse(headers={"HX-Redirect": reverse("arrival")})
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("welcome-start")
    return render(request, "welcome/_demo_progress.html", _demo(request.actor))


def _is_over(actor: Actor) -> bool:
    """Tell whether there are customers, and none of them belongs to a demo that is still being loaded."""
    return background.standing() is None and accounts.accounts(actor).exists()


def _demo(actor: Actor) -> dict[str, object]:
    standing = background.standing()
    return {
        "standing": standing,
        "demo_steps": [(one.said, _shape(number, standing)) for number, one in enumerate(STEPS)],
        "may_load_demo": background.may_load(actor),
    }


def _shape(number: int, standing: background.Standing | None) -> str:
    if standing is None or number > standing.step or standing.waits:
        return "is-poor"
    return "is-good" if number < standing.step else "is-busy"
