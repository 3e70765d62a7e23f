"""Time zones as people look for them: by part of the world, under the name of a city, with the distance from UTC now."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from proxeny.core import clock

_PARTS = (
    (pgettext_lazy("part of the world", "Asia"), "Asia"),
    (pgettext_lazy("part of the world", "Europe"), "Europe"),
    (pgettext_lazy("part of the world", "America"), "America"),
    (pgettext_lazy("part of the world", "Africa"), "Africa"),
    (pgettext_lazy("part of the world", "Australia and the Pacific"), "Australia"),
)
_CITIES = """
Asia/ Shanghai Hong_Kong Taipei Urumqi Tokyo Seoul Singapore Kuala_Lumpur Manila Jakarta Bangkok Ho_Chi_Minh
Asia/ Yangon Dhaka Kathmandu Kolkata Colombo Karachi Tashkent Almaty Kabul Dubai Tehran Baku Tbilisi Riyadh
Asia/ Baghdad Jerusalem Ulaanbaatar Yekaterinburg Novosibirsk Vladivostok
Europe/ London Dublin Lisbon Paris Berlin Madrid Rome Amsterdam Brussels Zurich Vienna Prague Warsaw Budapest
Europe/ Copenhagen Stockholm Oslo Helsinki Athens Bucharest Kyiv Istanbul Moscow
America/ New_York Toronto Chicago Denver Phoenix Los_Angeles Vancouver Anchorage Mexico_City Bogota Lima Caracas
America/ Santiago Sao_Paulo Argentina/Buenos_Aires Halifax St_Johns
Africa/ Cairo Casablanca Lagos Nairobi Johannesburg Addis_Ababa Algiers
Australia/ Perth Adelaide Brisbane Sydney
Pacific/ Auckland Fiji Honolulu
"""
_OLDER = {
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Yangon": "Asia/Rangoon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Europe/Kyiv": "Europe/Kiev",
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
}
"""The names under which the tables of cities know them."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone: its name on record, the city a person knows it by, its distance from UTC at this moment."""

    name: str
    city: str
    offset: str

    def __str__(self) -> str:
        return f"{self.city} · {self.offset}"


def named(name: str) -> Zone:
    """Return the zone of that name as the reader knows it."""
    offset = f"{clock.machine_now().astimezone(ZoneInfo(name)):%z}"
    return Zone(name, city_of(name), f"UTC{offset[:3].replace('-', '−')}:{offset[3:5]}")


def city_of(name: str) -> str:
    """Return the city that the zone is called by, in the reader's language."""
    return _city(name, "zh_Hans" if translation.get_language() == "zh-hans" else "en")


def choices(installation: str, chosen: str = "") -> Sequence[tuple[str, object]]:
    """Return the choices of a list, grouped: the installation's own first, and the chosen one wherever it lies."""
    groups = [(str(said), [_choice(name) for name in _names(part)]) for said, part in _PARTS]
    if chosen and not any(chosen == name for _said, zones in groups for name, _label in zones):
        groups.insert(0, (_("chosen"), [_choice(chosen)]))
    return [("", _("As the installation: %(zone)s") % {"zone": named(installation)}), *groups]


@lru_cache
def _names(part: str) -> Sequence[str]:
    """Return the zones of a part of the world; the Pacific goes with Australia."""
    lines = (line.split() for line in _CITIES.strip().splitlines())
    parts = {part, "Pacific"} if part == "Australia" else {part}
    return [area + city for area, *cities in lines for city in cities if area.rstrip("/") in parts]


def _choice(name: str) -> tuple[str, str]:
    return name, str(named(name))


@lru_cache(maxsize=1024)
def _city(name: str, language: str) -> str:
    known = Locale.parse(language).time_zones.get(_OLDER.get(name, name), {}).get("city")
    return known or name.rpartition("/")[2].replace("_", " ")
