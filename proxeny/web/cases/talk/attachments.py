"""Files beside messages: put there, taken out again, and read by who may read the message."""

from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from proxeny.cases import access, attaching
from proxeny.cases.attaching import is_picture, path_of
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.talk.composer import composer
from proxeny.web.cases.talk.responding import composed
from proxeny.web.cases.talk.sent import sent
from proxeny.web.policy import StaffRequest, readers_of, writers_of

ALONE = "default-src 'none'; sandbox"
"""What somebody else made runs nothing and loads nothing, whatever a browser takes it for."""


@writers_of(Area.INSIDE)
@require_POST
def attach(request: StaffRequest, number: int) -> HttpResponse:
    """Keep the files that were sent; each that is not taken is said with its reason (422 where none was)."""
    reader = reader_of(request.actor, number, write=True)
    files = request.FILES.getlist("file")
    _kept, errors = keep_files(request, reader)
    if not files:
        errors = [_("No file was chosen.")]
    status = 422 if errors and len(errors) >= len(files) else 200
    if request.GET.get("part") == "files":
        context = {
            "files": attaching.waiting(reader.case, request.actor),
            "errors": errors,
            "case": reader.case,
        }
        return render(request, "cases/talk/_files.html", context, status=status)
    one = sent(request.POST)
    return composed(
        request, reader, composer(reader, sent=one, seen=one.seen or 0, errors=errors), status=status
    )


def keep_files(request: StaffRequest, reader: Reader) -> tuple[list[int], list[str]]:
    """Keep the files that came with a form; return the numbers of those that were taken, and why others were not."""
    kept, errors = [], []
    for file in request.FILES.getlist("file"):
        try:
            one = attaching.attach(reader.case, file, file.name or "file", by=request.actor)  # type: ignore[arg-type]
            kept.append(one.pk)
        except ValidationError as error:
            errors += error.messages
    return kept, errors


@writers_of(Area.INSIDE)
@require_POST
def remove(request: StaffRequest, number: int) -> HttpResponse:
    """Take out a file that is not sent yet."""
    file = access.attachment_for(request.actor, number)
    reader = reader_of(request.actor, file.case.number, write=True)
    attaching.remove(file, by=request.actor)
    if request.htmx:  # type: ignore[attr-defined]
        context = {"files": attaching.waiting(reader.case, request.actor), "case": reader.case}
        return render(request, "cases/talk/_files.html", context)
    one = sent(request.POST)
    return composed(request, reader, composer(reader, sent=one, seen=one.seen or 0))


@readers_of(Area.DOSSIER)
@require_safe
def read(request: StaffRequest, number: int) -> HttpResponseBase:
    """Hand the file out: pictures may be shown, everything else is saved."""
    file = access.attachment_for(request.actor, number)
    path = path_of(file)
    if path is None:
        raise NotFound(f"attachment:{number}")
    response = FileResponse(path.open("rb"), content_type=_media_type(file.media_type))
    header = content_disposition_header(as_attachment=not is_picture(file), filename=file.name)
    response.headers["Content-Disposition"] = header or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = ALONE
    if is_picture(file):  # what is named by its row never changes
        response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _media_type(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
