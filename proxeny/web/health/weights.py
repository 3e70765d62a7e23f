"""What the witnesses count for: seen by who may see health, set by leads, after a look at who would change band."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from proxeny.accounts.access import accounts
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, right
from proxeny.judgement.health import setting
from proxeny.judgement.health import weights as standing
from proxeny.judgement.health.bands import band_of
from proxeny.judgement.models import Judgement, Weights
from proxeny.web import toasts
from proxeny.web.forms.refusing import refuse
from proxeny.web.health.forms import SEGMENTS, WeightsForm
from proxeny.web.policy import StaffRequest, readers_of

SHOWN = 50


@readers_of(Area.HEALTH)
@require_http_methods(["GET", "HEAD", "POST"])
def weights(request: StaffRequest) -> HttpResponse:
    """Show what counts for a segment and since when; keep what a lead has set."""
    may_set = _may_set(request.actor)
    if request.method != "POST":
        segment = _segment(request.GET.get("segment", ""))
        return _shown(
            request, segment, WeightsForm(points=_offered(request, segment), initial={"segment": segment})
        )
    if not may_set:
        raise NotFound("health weights")
    form = WeightsForm(request.POST)
    if form.is_valid():
        segment = _segment(form.cleaned_data["segment"])
        try:
            setting.weigh_anew(segment, form.points(), reason=form.cleaned_data["reason"], by=request.actor)
        except ValidationError as error:
            refuse(form, _by_field(error))
        else:
            toasts.say(request, _("Kept, and on record. It counts from tomorrow morning on."))
            return redirect(f"{reverse('health-weights')}?segment={segment}")
    return _shown(request, _segment(request.POST.get("segment", "")), form, status=422)


@readers_of(Area.HEALTH)
@require_safe
def preview(request: StaffRequest) -> HttpResponse:
    """Show which customers would change band with these weights, of those that the reader may see."""
    form = WeightsForm(request.GET)
    form.fields["reason"].required = False
    if not form.is_valid() or not any(form.points().values()):
        return render(request, "health/_preview.html", {"form": form, "is_refused": True}, status=422)
    segment = _segment(form.cleaned_data["segment"])
    rows = accounts(request.actor, Area.HEALTH)
    if segment:
        rows = rows.filter(level=segment)
    else:
        rows = rows.exclude(level__in=[one for one in standing.standing() if one])
    known = {account.pk: account for account in rows}
    changes = setting.preview(form.points(), known.values())
    moved = [one for one in changes if one.changes_band]
    return render(
        request,
        "health/_preview.html",
        {
            "counted": len(changes),
            "moved": [_said(one, known[one.health.account_id].name) for one in moved[:SHOWN]],
            "more": max(len(moved) - SHOWN, 0),
        },
    )


def _said(change: setting.Change, name: str) -> dict[str, object]:
    after = change.after.score
    return {
        "number": change.health.account_id,
        "name": name,
        "score": round(change.health.score),
        "band": change.health.get_band_display(),
        "after": round(after),
        "band_after": Judgement.Band(band_of(after)).label,
    }


def _shown(request: StaffRequest, segment: str, form: WeightsForm, status: int = 200) -> HttpResponse:
    rows = standing.standing()
    context = {
        "form": form,
        "segment": segment,
        "segments": [(value, label, value in rows) for value, label in SEGMENTS],
        "row": rows.get(segment),
        "history": Weights.objects.filter(segment=segment).select_related("by").order_by("-at", "-pk")[:20],
        "may_set": _may_set(request.actor),
    }
    return render(request, "health/weights.html", context, status=status)


def _offered(request: StaffRequest, segment: str) -> dict[str, int]:
    """What the form begins with: what stands, or an earlier row that somebody wants back (`of`)."""
    wanted = request.GET.get("of", "")
    if wanted.isascii() and wanted.isdigit():
        earlier = Weights.objects.filter(pk=int(wanted[:18]), segment=segment).first()
        if earlier is not None:
            return standing.proposed() | {name: int(value) for name, value in earlier.points.items()}
    return standing.points_of(segment, standing.standing())


def _segment(value: str) -> str:
    return value if value in dict(SEGMENTS) else standing.EVERYBODY


def _may_set(actor: Actor) -> bool:
    return right(actor, Area.HEALTH).write is Reach.ALL


def _by_field(error: ValidationError) -> ValidationError:
    """The verb names witnesses, the form its fields."""
    return ValidationError(
        {name if name == "reason" else f"w-{name}": texts for name, texts in error.message_dict.items()}
    )
