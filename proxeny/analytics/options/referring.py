"""Names in a document that lead nowhere, or to two things at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from proxeny.analytics.options.wrongs import N_, Wrong

Row = Mapping[str, Any]


def loose_ends(document: Row) -> Iterator[Wrong]:
    """Yield what is wrong with the names of a document that keeps to the schema."""
    lines, needed, modules = document.get("lines", []), document["needed"], document["modules"]
    for key, rows in (("lines", lines), ("needed", needed), ("modules", modules)):
        yield from _twice(key, rows)
    line_ids = {one["id"] for one in lines}
    for number, one in enumerate(needed):
        yield from _unknown(f"needed[{number}].lines", one.get("lines", ()), line_ids, _NO_LINE)
    yield from _in_modules(needed, modules)
    yield from _in_account(document.get("account", {}), modules)


_NO_LINE = N_("there is no line “%(name)s”")
_NO_MODULE = N_("there is no module “%(name)s”")
_NO_PRODUCT = N_("there is no module of a product “%(name)s”")
_NEITHER = N_("there is neither a module “%(name)s” nor one that provides it")


def _twice(key: str, rows: Sequence[Row]) -> Iterator[Wrong]:
    seen: dict[str, int] = {}
    for number, one in enumerate(rows):
        if one["id"] in seen:
            first = f"{key}[{seen[one['id']]}]"
            yield Wrong(
                f"{key}[{number}].id",
                N_("“%(name)s” is %(first)s already"),
                {"name": one["id"], "first": first},
            )
        seen.setdefault(one["id"], number)


def _unknown(place: str, names: Iterable[str], known: Iterable[str], pattern: str) -> Iterator[Wrong]:
    for number, name in enumerate(names):
        if name not in known:
            yield Wrong(f"{place}[{number}]", pattern, {"name": name})


def _in_modules(needed: Sequence[Row], modules: Sequence[Row]) -> Iterator[Wrong]:
    ids = {one["id"] for one in modules}
    provided = {name for one in modules for name in one.get("provides", ())}
    capabilities = provided | {one["id"] for one in needed}
    for number, one in enumerate(modules):
        place, own = f"modules[{number}]", one["id"]
        if own in capabilities:
            yield Wrong(f"{place}.id", N_("a capability is called “%(name)s”, too"), {"name": own})
        for turn, need in enumerate(one.get("needs", ())):
            where = f"{place}.needs[{turn}]"
            if isinstance(need, list):
                yield from _unknown(where, need, ids | provided, _NEITHER)
            elif need not in ids | provided:
                yield Wrong(where, _NEITHER, {"name": need})
            if own in ([need] if isinstance(need, str) else need):
                yield Wrong(where, N_("a module cannot need itself"))
        yield from _unknown(f"{place}.excludes", one.get("excludes", ()), ids, _NO_MODULE)
        if own in one.get("excludes", ()):
            yield Wrong(f"{place}.excludes", N_("a module cannot exclude itself"))
        if one.get("editions") and not one.get("product"):
            yield Wrong(f"{place}.product", N_("say of which product the editions are"))


def _in_account(account: Row, modules: Sequence[Row]) -> Iterator[Wrong]:
    ids = {one["id"] for one in modules}
    products = {one["product"] for one in modules if "product" in one}
    in_place, editions = account.get("in_place", []), account.get("editions", {})
    for key in ("in_place", "stay", "never"):
        yield from _unknown(f"account.{key}", account.get(key, ()), ids, _NO_MODULE)
    for number, name in enumerate(account.get("stay", ())):
        if name in ids and name not in in_place:
            yield Wrong(f"account.stay[{number}]", N_("“%(name)s” is not in place"), {"name": name})
    for number, name in enumerate(account.get("never", ())):
        if name in in_place:
            yield Wrong(f"account.never[{number}]", N_("“%(name)s” is in place already"), {"name": name})
    for product in editions:
        if product not in products:
            yield Wrong(f"account.editions.{product}", _NO_PRODUCT, {"name": product})
    yield from _in_upgrades(account.get("upgrades", []), editions, products)


def _in_upgrades(upgrades: Sequence[Row], editions: Mapping[str, str], products: set[str]) -> Iterator[Wrong]:
    seen = set(editions.items())
    for number, one in enumerate(upgrades):
        place, pair = f"account.upgrades[{number}]", (one["product"], one["edition"])
        if one["product"] not in products:
            yield Wrong(f"{place}.product", _NO_PRODUCT, {"name": one["product"]})
        if pair in seen:
            yield Wrong(
                f"{place}.edition", N_("“%(name)s” is had or offered already"), {"name": one["edition"]}
            )
        seen.add(pair)
