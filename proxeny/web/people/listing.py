"""The list of colleagues: its columns, filters and orders."""

from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Prefetch, Q, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from proxeny.identity import access
from proxeny.identity.models import RoleGrant, Staff, TeamMembership
from proxeny.identity.roles import Area, Role
from proxeny.web.lists.filters import Choice, Offered, Rows, Search, Values, fixed
from proxeny.web.lists.listing import Column, Export, Listing, Sort
from proxeny.web.lists.reader import Reader

HERE, GONE = "1", "0"


def dress(everybody: Sequence[Staff], _reader: Reader) -> Sequence[Staff]:
    """Give each colleague their standing roles and teams."""
    standing = TeamMembership.objects.filter(left_at=None).select_related("team")
    prefetch_related_objects(
        everybody,
        Prefetch("grants", RoleGrant.objects.filter(ended_at=None), to_attr="standing_grants"),
        Prefetch("memberships", standing, to_attr="standing_memberships"),
    )
    return everybody


def _by_name(rows: Rows, _reader: Reader) -> Rows:
    """Those who are here first."""
    return rows.order_by("-is_active", "name", "pk")


def _by_last_login(rows: Rows, _reader: Reader) -> Rows:
    return rows.order_by(F("last_login").desc(nulls_last=True), "name", "pk")


def _named(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        rows = rows.filter(Q(name__icontains=word) | Q(username__icontains=word) | Q(email__icontains=word))
    return rows


def _of_roles(rows: Rows, values: Values, _reader: Reader) -> Rows:
    grants = RoleGrant.objects.filter(staff=OuterRef("pk"), ended_at=None)
    held = Exists(grants.filter(role__in=values))
    return rows.filter(held | ~Exists(grants)) if "none" in values else rows.filter(held)


def _of_teams(rows: Rows, values: Values, _reader: Reader) -> Rows:
    belongs = TeamMembership.objects.filter(staff=OuterRef("pk"), left_at=None)
    named = Exists(belongs.filter(team__in=[value for value in values if value != "none"]))
    return rows.filter(named | ~Exists(belongs)) if "none" in values else rows.filter(named)


def _here(rows: Rows, values: Values, _reader: Reader) -> Rows:
    return rows if len(values) == 2 else rows.filter(is_active=HERE in values)


def _teams(_rows: Rows, reader: Reader) -> Offered:
    found = access.teams(reader.actor).values_list("pk", "name")
    return [*((str(number), name) for number, name in found), ("none", str(_("in no team")))]


def _roles(staff: Staff) -> str:
    return ", ".join(grant.role for grant in staff.standing_grants)  # type: ignore[attr-defined]


def _team_names(staff: Staff) -> str:
    return ", ".join(one.team.name for one in staff.standing_memberships)  # type: ignore[attr-defined]


def _counted(count: int) -> str:
    return ngettext("%(count)s colleague", "%(count)s colleagues", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "name",
        pgettext_lazy("person", "Name"),
        cell="people/cells/name.html",
        exports=(
            Export("name", lambda staff: staff.name),
            Export("sign_in_name", lambda staff: staff.username),
        ),
        sort=Sort(_by_name),
        is_fixed=True,
    ),
    Column("roles", _("Roles"), cell="people/cells/roles.html", exports=(Export("roles", _roles),)),
    Column("teams", _("Teams"), cell="people/cells/teams.html", exports=(Export("teams", _team_names),)),
    Column(
        "mail",
        _("Mail"),
        text=lambda staff: staff.email or "—",
        exports=(Export("mail", lambda staff: staff.email),),
        is_shown=False,
        style="is-second",
    ),
    Column(
        "last",
        _("Signed in last"),
        cell="people/cells/last.html",
        exports=(Export("last_sign_in", lambda staff: staff.last_login and staff.last_login.isoformat()),),
        sort=Sort(_by_last_login, falls=True),
    ),
)

PEOPLE = Listing(
    key="people",
    route="people",
    area=Area.PEOPLE,
    title=_("People"),
    rows=lambda reader: access.staff_list(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(
            key="q",
            label=_("Find a colleague"),
            placeholder=_("name, sign-in name, mail"),
            apply=_named,
        ),
        Choice(
            key="role",
            label=_("Roles"),
            choices=fixed([*Role.choices, ("none", _("no role"))]),
            apply=_of_roles,
        ),
        Choice(key="team", label=_("Teams"), choices=_teams, apply=_of_teams),
        Choice(
            key="here",
            label=_("Still here"),
            choices=fixed([(HERE, _("is here")), (GONE, _("has left"))]),
            apply=_here,
        ),
    ),
    sort="name",
    counted=_counted,
    row_style=lambda staff: "" if staff.is_active else "faint",
)
