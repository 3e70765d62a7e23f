"""Which tables of this package are evidence, and those of the ground below it, which only this package writes."""

from proxeny.core.models import CalendarDay, CalendarYear, Job, OutboxEvent
from proxeny.core.sentences import N_
from proxeny.identity.models import Admission, AdmissionLook, RoleGrant, Staff, Team, TeamMembership
from proxeny.ledger.rows.declaring import not_evidence, on_record

OWN = "a person's own choice"
on_record(
    Staff,
    N_("Colleague"),
    apart={
        "password": "a secret; what a new one ends is the sessions",
        "last_login": "when somebody signed in",
        **dict.fromkeys(("language", "theme", "time_zone", "shortcuts", "hints_put_away"), OWN),
    },
)
on_record(RoleGrant, N_("Role of a colleague"))
on_record(Team, N_("Team"), belongs=("team", ""))
on_record(TeamMembership, N_("Member of a team"), belongs=("team", "team_id"))
on_record(Admission, N_("Look by exception"), belongs=("admission", ""))
on_record(AdmissionLook, N_("Page opened by exception"), belongs=("admission", "admission_id"))
on_record(CalendarDay, N_("Corrected day of the calendar"))
on_record(CalendarYear, N_("Confirmed year of the calendar"))
not_evidence("work of the machine that waits or has ended", Job, OutboxEvent)
