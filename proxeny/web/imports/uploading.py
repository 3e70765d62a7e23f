"""Bringing in a file."""

from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from proxeny.identity.roles import Area
from proxeny.intake import importers, receiving, settling
from proxeny.intake.models import Batch
from proxeny.web.imports import index
from proxeny.web.imports.guessing import kind_of
from proxeny.web.imports.streaming import BoundedUpload
from proxeny.web.policy import StaffRequest, writers_of


@csrf_exempt
@writers_of(Area.IMPORTS)
@require_POST
def create(request: StaffRequest) -> HttpResponse:
    """Take in a file and open its page.

    The check against forged requests reads the form, so it runs inside: who takes in the file is set first.
    """
    request.upload_handlers = [BoundedUpload(request)]
    return _create(request)


@csrf_protect
def _create(request: StaffRequest) -> HttpResponse:
    file, kind = request.FILES.get("file"), request.POST.get("kind", "")
    if refusal := _refusal(request, file):
        return _refused(request, refusal)
    assert file is not None
    known = importers.kinds()
    batch = receiving.receive(
        cast("BinaryIO", file),
        file.name or "",
        Batch.Kind(kind) if kind in known else known[0],
        by=request.actor,
    )
    if kind not in known:
        settling.settle(batch, kind=kind_of(batch))
    address = reverse("import", args=[batch.pk])
    return JsonResponse({"go": address}) if _is_script(request) else redirect(address)


def _refusal(request: StaffRequest, file: UploadedFile[Any] | None) -> str:
    handler = cast("BoundedUpload", request.upload_handlers[0])
    if handler.refusal:
        return handler.refusal
    if not importers.kinds():
        return _("Nothing can be imported here.")
    if file is None:
        return _("No file came along. Choose one and send it again.")
    return "" if file.size else _("%(file)s is empty. Nothing was imported.") % {"file": file.name}


def _refused(request: StaffRequest, refusal: str) -> HttpResponse:
    if _is_script(request):
        return JsonResponse({"refusal": refusal}, status=422)
    return render(request, "imports/index.html", {**index.context(request), "refusal": refusal}, status=422)


def _is_script(request: StaffRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")
