"""Files that are fetched: the rows that were refused, and templates to fill in."""

import io
from pathlib import Path, PurePath
from typing import TypeVar

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from proxeny.identity.roles import Area
from proxeny.intake import access, importers
from proxeny.intake.models import Batch
from proxeny.intake.tabular.writing import write_delimited
from proxeny.web.imports.examples import example_of, header_of
from proxeny.web.imports.kinds import label_of
from proxeny.web.policy import StaffRequest, readers_of

Attached = TypeVar("Attached", bound=HttpResponseBase)


@readers_of(Area.IMPORTS)
@require_safe
def bad_rows(request: StaffRequest, number: int) -> FileResponse:
    """Return the rows that were refused, with the reason beside each."""
    batch = access.batch_for(request.actor, number)
    path = bad_rows_of(batch)
    if path is None:
        raise Http404
    name = _("%(file)s - refused rows.csv") % {"file": PurePath(_plain(batch.file_name)).stem or batch.pk}
    response = FileResponse(path.open("rb"), content_type="text/csv; charset=utf-8")
    return _as_attachment(response, name)


@readers_of(Area.IMPORTS)
@require_safe
def template(request: StaffRequest, kind: str) -> HttpResponse:  # noqa: ARG001  (who asks was checked on the way)
    """Return a table to fill in: our fields in the reader's words, and one made-up row."""
    if kind not in importers.kinds():
        raise Http404
    importer, out = importers.importer_of(kind), io.BytesIO()
    columns = [
        column for column in importer.columns if example_of(kind, column.name) is not None or column.required
    ]
    header = [header_of(kind, column) for column in columns]
    write_delimited(out, header, [[example_of(kind, column.name) or "" for column in columns]])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    return _as_attachment(response, _("%(kind)s template.csv") % {"kind": label_of(kind)})


def bad_rows_of(batch: Batch) -> Path | None:
    """Return where the refused rows of `batch` lie, if there are any; never a path outside of the store."""
    store = Path(settings.FILES_FOLDER).resolve()
    path = (store / batch.bad_rows_path).resolve()
    return path if batch.bad_rows_path and path.is_relative_to(store) and path.is_file() else None


def _as_attachment(response: Attached, name: str) -> Attached:
    """Have it saved under that name (RFC 6266), and taken for nothing but what it is."""
    header = content_disposition_header(as_attachment=True, filename=_plain(name))
    response.headers["Content-Disposition"] = header or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _plain(name: str) -> str:
    """Return the name without what a header or a file system could take for something else."""
    return "".join(
        "_" if character in '\\/:*?"<>|' or not character.isprintable() else character for character in name
    )
