"""A catalogue for tests: one product with three modules, another without any, and the teams that are asked."""

from dataclasses import dataclass

from proxeny.catalogue import modules, owning, products
from proxeny.catalogue.models import Module, Product
from proxeny.identity import teaming
from proxeny.identity.models import Team
from tests.cast import SETTING_UP, Cast


@dataclass(frozen=True)
class Stock:
    """What there is, by short names."""

    hub: Product
    reports: Module
    feeds: Module
    lines: Module
    till: Product
    storage: Team
    network: Team
    platform: Team


def stock(vendor: Cast) -> Stock:
    """Put it into the catalogue; nobody owns anything yet."""
    by = vendor.actor("he")
    hub = products.add(
        name="数据中台", also_called=["数据平台", "DataHub"], editions=["标准版", "企业版"], by=by
    )
    return Stock(
        hub,
        modules.add(hub, name="报表", provides=["自动汇总"], by=by),
        modules.add(hub, name="数据接口", provides=["数据导入"], by=by),
        modules.add(hub, name="专线", by=by),
        products.add(name="收银", by=by),
        team(vendor, "存储组", "zhang"),
        team(vendor, "网络组"),
        team(vendor, "平台组", "xu"),
    )


def team(vendor: Cast, name: str, *people: str) -> Team:
    """Found a team with these people, the first its head."""
    founded = teaming.found(name, by=SETTING_UP)
    for username in people:
        teaming.join(founded, vendor[username], by=SETTING_UP)
    if people:
        teaming.head(founded, vendor[people[0]], by=SETTING_UP)
    founded.refresh_from_db()
    return founded


def owned(vendor: Cast, there: Stock) -> None:
    """The platform team for the product, storage for exports and for reports, the network team for the line."""
    by = vendor.actor("he")
    owning.own(there.hub, team=there.platform, by=by)
    owning.own(there.hub, module=there.reports, team=there.storage, by=by)
    owning.own(there.hub, module=there.reports, symptoms=["导出 超时", "timeout"], team=there.network, by=by)
