"""What is remembered that resembles a case, and which kind it speaks for: proposed with its evidence, never set."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.cases.models import Case, Kind
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, troubling
from proxeny.demand.models import Defect, DefectCase, PromiseCase, Request, RequestCase
from proxeny.promises.access import promises
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, state_of
from proxeny.web.cases.resembling.looking import Alike, like
from proxeny.web.cases.triage.said import after, day_of, worth
from proxeny.web.quick import address

OTHERS = ("article", "case", "message")


@dataclass(frozen=True, slots=True)
class Remembered:
    """One thing that resembles the case: what it is in a sentence, `because` of what, and the kind it speaks for.

    `verb` is what a person presses; empty where there is nothing to press.
    """

    name: str
    number: int
    href: str
    says: str
    title: SafeString | str
    because: tuple[str, ...]
    kind: Kind
    verb: str = ""

    @property
    def icon(self) -> str:
        """The icon of such things."""
        return self.name


def remembered(actor: Actor, case: Case) -> list[Remembered]:
    """Return what speaks for a kind of the case: known defects, open requests, promises to the same customer."""
    text = "\n".join(filter(None, (case.title, case.text, case.product)))
    found = like(actor, text, case.account, beside=Q(kind__in=OTHERS))
    shown: list[Remembered] = []
    for name, draw in _DRAW.items():
        of_kind = {one.number: one for one in found if one.kind.name == name}
        shown += draw(actor, case, of_kind) if of_kind else []
    order = [(one.kind.name, one.number) for one in found]
    return sorted(shown, key=lambda one: (not one.verb, order.index((one.name, one.number))))


def _defects(actor: Actor, _case: Case, found: Mapping[int, Alike]) -> list[Remembered]:
    rows = [one for one in access.defects(actor).filter(pk__in=found) if one.state != Defect.State.DECLINED]
    troubles = troubling.of(rows, actor)
    shown = []
    for one in rows:
        because: list[str] = [found[one.pk].why]
        if one.fixed_at is not None:
            because.append(
                _("It was fixed on %(day)s: it would have come back.") % {"day": day_of(one.fixed_at)}
            )
        if trouble := troubles.get(one.pk):
            many = ngettext("%(count)s case shows it", "%(count)s cases show it", trouble.count)
            because.append(f"{many % {'count': trouble.count}}{worth(trouble.waiting)}")
        if one.workaround:
            because.append(_("way around it: %(text)s") % {"text": one.workaround})
        says = _("Known defect %(number)s") % {"number": one.number}
        verb = _("It is this defect")
        shown.append(_drawn(found[one.pk], says, because, Kind.DEFECT, verb))
    return shown


def _requests(actor: Actor, case: Case, found: Mapping[int, Alike]) -> list[Remembered]:
    rows = access.handled(actor).filter(pk__in=found).exclude(state=Request.State.WITHDRAWN)
    shown = []
    for one in rows.select_related("account"):
        asked = {"name": one.account.name, "day": day_of(one.recorded_at)}
        because = [found[one.pk].why, _("asked by %(name)s on %(day)s") % asked]
        if one.settled_with:
            because.append(f"{one.get_state_display()}: {one.settled_with}")
        says = _("Request %(number)s") % {"number": one.pk}
        same = one.account_id == case.account_id
        verb = _("It is this need") if same else _("It is the same need: note theirs and join it")
        shown.append(_drawn(found[one.pk], says, because, Kind.NEED, verb))
    return shown


def _promises(actor: Actor, case: Case, found: Mapping[int, Alike]) -> list[Remembered]:
    rows = promises(actor).filter(pk__in=found, account=case.account_id, kept_on=None, withdrawn_at=None)
    shown = []
    for one in rows.select_related("by_person"):
        said = {"who": one.promiser, "day": day_of(one.due_on)}
        says = _("Promised by %(who)s until %(day)s") % said
        is_broken = state_of(one, clock.today()) == State.BROKEN
        since = _("broken since %(day)s") % {"day": day_of(after(one.due_on))}
        because = [found[one.pk].why, since if is_broken else _("not due yet")]
        verb = _("It is this promise, broken") if is_broken else ""
        shown.append(_drawn(found[one.pk], says, because, Kind.BROKEN_PROMISE, verb))
    return shown


def tied(actor: Actor, case: Case) -> list[Remembered]:
    """Return what somebody has said the case is, of what the reader may see."""
    shown = []
    for link in DefectCase.objects.filter(case=case, ended_at=None).select_related("defect"):
        says = _("Known defect %(number)s") % {"number": link.defect_id}
        shown.append(_standing("defect", link.defect, says, link.defect.title, Kind.DEFECT))
    asked = Q(pk__in=RequestCase.objects.filter(case=case, ended_at=None).values("request")) | Q(case=case)
    for one in access.requests(actor).filter(asked).exclude(state=Request.State.WITHDRAWN):
        verb = one.case_id != case.pk
        says = _("Request %(number)s") % {"number": one.pk}
        shown.append(_standing("request", one, says, one.what, Kind.NEED, may_part=verb))
    of_promises = PromiseCase.objects.filter(case=case, ended_at=None, promise__in=promises(actor))
    for tie in of_promises.select_related("promise__by_person"):
        said = {"who": tie.promise.promiser, "day": day_of(tie.promise.due_on)}
        says = _("Promised by %(who)s until %(day)s") % said
        shown.append(_standing("promise", tie.promise, says, tie.promise.what, Kind.BROKEN_PROMISE))
    return shown


_DRAW: Mapping[str, Callable[[Actor, Case, Mapping[int, Alike]], list[Remembered]]] = {
    "promise": _promises,
    "defect": _defects,
    "request": _requests,
}


def _drawn(one: Alike, says: str, because: list[str], kind: Kind, verb: str) -> Remembered:
    evidence = tuple(filter(None, because))
    return Remembered(one.kind.name, one.number, one.line.href, says, one.title, evidence, kind, verb)


def _standing(
    name: str, row: Defect | Request | Promise, says: str, title: str, kind: Kind, *, may_part: bool = True
) -> Remembered:
    href = address(name, row.pk)
    return Remembered(name, row.pk, href, says, title, (), kind, "part" if may_part else "")
