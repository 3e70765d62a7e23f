"""The cells of the list of customers, as HTML. Fifty of each stand on a page: written here they need no template."""

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.judgement.models import Judgement
from proxeny.web.accounts.rows import Row
from proxeny.web.quick import address, text
from proxeny.web.templatetags.words import change, day_text, money


def name(row: Row) -> SafeString:
    """Return the name, which leads to the customer."""
    link = f'<a class="plain" data-enter href="{address("account", row.account.pk)}">{text(row.account.name)}</a>'
    gone = f' <span class="badge is-outline">{text(_("has left"))}</span>' if row.account.left_on else ""
    return mark_safe(link + gone)  # noqa: S308  (escaped piece by piece, here and below)


def level(row: Row) -> str:
    """Return the level in words."""
    return str(Account.Level(row.account.level).label)


def spokesperson(row: Row) -> str:
    """Return who speaks for it, or that nobody does."""
    if row.account.spokesperson:
        return row.account.spokesperson.name
    return mark_safe(f'<span class="faint">{text(_("nobody"))}</span>')  # noqa: S308


def yearly(row: Row) -> str:
    """Return the money a year; what was only consumed has a ~ before it."""
    if row.yearly is None:
        return "—"
    if row.yearly.is_contracted:
        return money(row.yearly.amount)
    why = text(_("consumed in the last 12 months; no contract is on record"))
    return mark_safe(f'<small class="faint" title="{why}">~</small> {money(row.yearly.amount)}')  # noqa: S308


SHAPES = {Judgement.Band.GREEN: "●", Judgement.Band.YELLOW: "◐", Judgement.Band.RED: "○"}


def health(row: Row) -> str:
    """Return what the witnesses amount to: the shape of the band, and for those who see the reasons the figure."""
    if row.health is None:
        return "—"
    band = Judgement.Band(row.health.band)
    shape = f'<span class="shape" aria-hidden="true">{SHAPES[band]}</span>'
    if not row.sight.health:
        return mark_safe(f"{shape} {text(band.label)}")  # noqa: S308
    said = f'{shape} {round(row.health.score)} <span class="sr">{text(band.label)}</span>'
    return mark_safe(f'<a class="plain" href="/health/{row.account.pk}/">{said}</a>')  # noqa: S308


def judgement(row: Row) -> str:
    """Return how it was judged, and for those who see the reasons by whom, when and why."""
    judged = row.judgement
    if judged is None:
        return "—"
    seal = f'<span class="mark-seal">{text(Judgement.Band(judged.band).label)}</span>'
    if not row.sight.health:
        return mark_safe(f'<span class="mark">{seal}</span>')  # noqa: S308
    by = f'<span class="mark-by">{text(judged.by.name)} · {text(day_text(judged.at))}</span>'
    return mark_safe(f'<span title="{text(judged.reason)}"><span class="mark ">{seal}{by}</span></span>')  # noqa: S308


def swing(row: Row) -> str:
    """Return the shape of the swing, how large it is, and since when it lasts."""
    found = row.swing
    if found is None:
        return ""
    sign = f'<span class="shape" aria-hidden="true">{text(row.swing_sign)}</span>'
    since = f'<small class="is-fine">{text(day_text(found.since))}</small>'
    return mark_safe(f"{sign} {text(change(found.change))} {since}")  # noqa: S308
