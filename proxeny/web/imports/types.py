"""Which files are taken at all, by their names; what is in them is looked at when they are read."""

from pathlib import PurePosixPath

from django.utils.translation import gettext as _

ACCEPTED = (".csv", ".tsv", ".txt", ".xlsx", ".json", ".jsonl", ".ndjson", ".parquet", ".gz")
_ADVICE = {
    ".xls": "old_spreadsheet",
    ".numbers": "spreadsheet",
    ".ods": "spreadsheet",
    ".zip": "archive",
    ".rar": "archive",
    ".7z": "archive",
}


def refusal(name: str) -> str:
    """Return why a file of that name is not taken and what to do instead, or nothing."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix in ACCEPTED:
        return ""
    said = {"file": name[-80:], "kinds": ", ".join(ACCEPTED)}
    match _ADVICE.get(suffix):
        case "old_spreadsheet":
            return _("%(file)s is in the old Excel format. Save it as .xlsx or CSV and bring that.") % said
        case "spreadsheet":
            return _("%(file)s cannot be read here. Export it as .xlsx or CSV and bring that.") % said
        case "archive":
            return (
                _("%(file)s is an archive. Unpack it and bring its files one by one; .gz is fine as it is.")
                % said
            )
        case _:
            return _("%(file)s is no table that can be read here. These can: %(kinds)s") % said
