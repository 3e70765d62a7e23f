"""What can be done from everywhere: one line each. What can be done on a page only, the palette reads off the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.demand.access import may_read_defects, may_read_requests
from proxeny.identity.roles import Area, Reach, right
from proxeny.promises.access import accounts_to_note
from proxeny.web.policy import COLLEAGUES, Policy


def anybody(_actor: Actor) -> bool:
    """No more is asked than the policy asks."""
    return True


def answers_for_all(actor: Actor) -> bool:
    """Tell whether the actor answers the matters of all customers, and so may have the whole docket laid out anew."""
    return right(actor, Area.HEALTH).write is Reach.ALL


def speaks_otherwise(language: str) -> Callable[[Actor], bool]:
    """Offer a language to those who are not reading it."""
    return lambda _actor: get_language() != language


@dataclass(frozen=True, slots=True)
class Verb:
    """Something to do.

    It opens the page of `route`, or sends `fields` there (`is_post`), or opens the sheet of keys (`is_sheet`). `policy` is the
    policy of the route; `offered` may ask for more. `more` are other words that people type for it, parted by blanks;
    `key` the single key that does the same.
    """

    name: str | Promise
    icon: str
    route: str = ""
    is_post: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)
    is_sheet: bool = False
    policy: Policy = COLLEAGUES
    offered: Callable[[Actor], bool] = anybody
    more: str | Promise = ""
    key: str = ""


VERBS = [
    Verb(
        _("Open a case"),
        "plus",
        "case-new",
        policy=Policy(area=Area.INSIDE, write=True),
        more=_("new ticket report question"),
    ),
    Verb(
        _("Import a file"),
        "upload",
        "imports",
        policy=Policy(area=Area.IMPORTS, write=True),
        more=_("upload bring in csv excel"),
    ),
    Verb(
        _("Lay out this morning again"),
        "docket",
        "palette-morning",
        is_post=True,
        policy=Policy(area=Area.HEALTH, write=True),
        offered=answers_for_all,
        more=_("sweep refresh docket"),
    ),
    Verb(
        _("Promises"),
        "promise",
        "promises",
        policy=Policy(area=Area.DOSSIER),
        more=_("owed due broken"),
    ),
    Verb(
        _("Note a promise"),
        "promise",
        "promise-new",
        policy=Policy(area=Area.DOSSIER),
        offered=lambda actor: accounts_to_note(actor).exists(),
        more=_("promise owed due"),
    ),
    Verb(
        _("Concessions"),
        "promise",
        "concessions",
        policy=Policy(area=Area.CONCESSIONS),
        more=_("given away free gift"),
    ),
    Verb(
        _("Note a concession"),
        "promise",
        "concession-new",
        policy=Policy(area=Area.CONCESSIONS, write=True),
        more=_("give away free gift"),
    ),
    Verb(
        _("Talks of sales"), "accounts", "talks", policy=Policy(area=Area.TALKS), more=_("meeting sync sales")
    ),
    Verb(
        _("Note a talk"),
        "accounts",
        "talk-new",
        policy=Policy(area=Area.TALKS, write=True),
        more=_("meeting call sync"),
    ),
    Verb(
        _("Catalogue"), "request", "catalogue", policy=Policy(area=Area.CATALOGUE), more=_("products modules")
    ),
    Verb(
        _("Who is asked for what"),
        "teams",
        "owners",
        policy=Policy(area=Area.CATALOGUE),
        more=_("owner team duty rota"),
    ),
    Verb(
        _("All orders"), "send", "orders-all", policy=Policy(area=Area.DISPATCHED), more=_("dispatch teams")
    ),
    Verb(
        _("Complaints"),
        "warning",
        "order-complaints",
        policy=Policy(area=Area.DISPATCHED),
        more=_("overdue returned"),
    ),
    Verb(_("Defects"), "defect", "defects", offered=may_read_defects, more=_("bugs")),
    Verb(_("Requests"), "request", "requests", offered=may_read_requests, more=_("needs wishes")),
    Verb(
        _("Write an article"),
        "knowledge",
        "article-new",
        policy=Policy(area=Area.DOSSIER, write=True),
        more=_("knowledge draft"),
    ),
    Verb(
        _("Looks by exception"),
        "eye",
        "glass",
        policy=Policy(area=Area.INSIDE),
        more=_("break glass confidential channel"),
    ),
    Verb(_("Preferences"), "preferences", "preferences", more=_("settings options")),
    Verb(_("Sign-in and security"), "security", "mfa_index", more=_("password second step")),
    Verb(_("Make it light"), "light", "theme", is_post=True, fields={"theme": "light"}, more=_("theme day")),
    Verb(_("Make it dark"), "dark", "theme", is_post=True, fields={"theme": "dark"}, more=_("theme night")),
    Verb(
        _("Light as the system"), "auto", "theme", is_post=True, fields={"theme": "auto"}, more=_("theme day")
    ),
    Verb(
        "中文界面",
        "language",
        "language",
        is_post=True,
        fields={"language": "zh-hans"},
        offered=speaks_otherwise("zh-hans"),
        more="language chinese 语言",
    ),
    Verb(
        "English",
        "language",
        "language",
        is_post=True,
        fields={"language": "en"},
        offered=speaks_otherwise("en"),
        more="language 语言 英文 英语",
    ),
    Verb(_("Keyboard shortcuts"), "keyboard", is_sheet=True, key="?", more=_("keys help")),
    Verb(_("Sign out"), "sign-out", "account_logout", is_post=True, more=_("log out leave")),
]


def verbs_for(actor: Actor) -> list[Verb]:
    """Return what this actor may do from everywhere."""
    return [verb for verb in VERBS if verb.policy.admits(actor) and verb.offered(actor)]
