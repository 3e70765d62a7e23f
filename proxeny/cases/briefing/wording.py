"""The text of each brief; it leads with what its reader needs. Pure; in the language in force."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.accounts.models import Contact
from proxeny.cases.briefing import phrases
from proxeny.cases.briefing.facts import Facts, Person
from proxeny.cases.briefing.phrases import ended, labelled
from proxeny.cases.briefing.readers import Reader
from proxeny.cases.briefing.reply import reply
from proxeny.cases.models import Proposal
from proxeny.core import words

Part, Sort = Contact.Part, Proposal.Sort


def wording(reader: Reader, facts: Facts) -> str:
    """Return the text for that reader. What would satisfy whom, and how they stand to us, is never in a text that leaves us."""
    return WRITTEN[reader](facts)


def _product(facts: Facts) -> str:
    lines = [
        labelled(_("Scene"), facts.words or facts.title),
        labelled(_("Environment"), facts.environment),
        labelled(_("For what"), facts.purpose),
        labelled(_("What they do today"), facts.does_today),
        labelled(_("Wanted effect"), phrases.list_of(facts.effect)),
        labelled(_("How they get by meanwhile"), facts.business.text),
        *phrases.risks_among_us(facts.business.risks),
    ]
    return _lines([_opening(facts), *lines])


def _sales(facts: Facts) -> str:
    ahead = phrases.way(facts)
    return _lines(
        [
            _opening(facts),
            labelled(_("What they will hear from us"), ahead or facts.business.text),
            _("Please promise nothing beyond it; if they ask for more, send them to us.")
            if ahead
            else _("There is no way ahead yet: please promise nothing until there is."),
        ]
    )


def _customer(facts: Facts) -> str:
    understood = (
        _("As we understand it, it is for this: %(purpose)s") % {"purpose": ended(facts.purpose)}
        if facts.purpose
        else ""
    )
    return _paragraphs([understood, reply(facts.business, facts.product), _next(facts)])


def _boss(facts: Facts) -> str:
    """Five lines: the money, how it stands, who matters, what we do, what is asked by when."""
    return _lines(
        [_money(facts), _standing(facts), _who_matters(facts), _doing(facts), _asked_of_the_boss(facts)]
    )


def _asks(facts: Facts) -> str:
    """Whether it can be done comes first; then words they can pass on, then what their own part needs."""
    person, behind = facts.asks, facts.behind
    answer = phrases.way(facts) or ended(facts.business.text)
    lead = _("Whether it can be done: %(answer)s") % {"answer": answer} if answer else ""
    others = behind is not None and person is not None and behind.id != person.id
    passed_on = question = ""
    if behind and others:
        if facts.business.text and facts.way:
            values = {"name": behind.name, "text": ended(facts.business.text)}
            passed_on = _("What you can tell %(name)s: %(text)s") % values
        if not behind.is_understood:
            question = _(
                "One question to %(name)s, so that it becomes what they want: what would have to be there for it to be good?"
            ) % {"name": behind.name}
    return _letter(person, [lead, passed_on, question, *_for_part(facts, person)])


def _decides(facts: Facts) -> str:
    """What there is to decide comes first, then what it is for and what speaks against it."""
    ahead, at_once = phrases.way(facts), ended(facts.business.text)
    lead = _("What is for you to decide: %(way)s") % {"way": ahead or at_once} if ahead or at_once else ""
    purpose = _("What you reach with it: %(text)s") % {"text": ended(facts.purpose)} if facts.purpose else ""
    meanwhile = _("What goes at once: %(text)s") % {"text": at_once} if ahead and at_once else ""
    against = phrases.risks_for_customer(facts.business.risks)
    return _letter(facts.decides, [lead, purpose, meanwhile, *against])


def _pays(facts: Facts) -> str:
    """What it brings comes first, then until when; what it costs is left out, for nothing here knows it (`points` says so)."""
    brings = _("What it brings: %(text)s") % {"text": ended(facts.purpose)} if facts.purpose else ""
    ahead = phrases.way(facts)
    when = _("What happens for it: %(way)s") % {"way": ahead} if ahead else ""
    confirms = ""
    if facts.decides and facts.pays and facts.decides.id != facts.pays.id:
        confirms = _("%(name)s judges whether it does what it should.") % {"name": facts.decides.name}
    return _letter(facts.pays, [brings, when, confirms])


WRITTEN: dict[Reader, Callable[[Facts], str]] = {
    Reader.PRODUCT: _product,
    Reader.SALES: _sales,
    Reader.CUSTOMER: _customer,
    Reader.BOSS: _boss,
    Reader.ASKS: _asks,
    Reader.DECIDES: _decides,
    Reader.PAYS: _pays,
}


def _opening(facts: Facts) -> str:
    return _("%(customer)s: %(title)s") % {"customer": facts.customer, "title": facts.title}


def _money(facts: Facts) -> str:
    values = {"customer": facts.customer, "level": facts.level, "title": ended(facts.title)}
    if facts.worth is None:
        return _("%(customer)s (%(level)s): %(title)s") % values
    values["worth"] = words.compact(facts.worth, words.here())
    return _("%(customer)s, %(worth)s a year (%(level)s): %(title)s") % values


def _standing(facts: Facts) -> str:
    values = {"days": facts.days, "severity": facts.severity}
    if facts.days == 0:
        today = (
            _("Since today without a way ahead; %(severity)s.")
            if facts.is_without_path
            else _("Since today with a way ahead; %(severity)s.")
        )
        return today % values
    text = (
        ngettext(
            "Without a way ahead for %(days)s day; %(severity)s.",
            "Without a way ahead for %(days)s days; %(severity)s.",
            facts.days,
        )
        if facts.is_without_path
        else ngettext(
            "With a way ahead for %(days)s day; %(severity)s.",
            "With a way ahead for %(days)s days; %(severity)s.",
            facts.days,
        )
    )
    return text % values


def _who_matters(facts: Facts) -> str:
    decides, pays = facts.decides, facts.pays
    if decides and pays and decides.id == pays.id:
        said = _("%(name)s decides and pays there.") % {"name": decides.name}
    elif decides and pays:
        said = _("%(decides)s decides there, %(pays)s pays.") % {"decides": decides.name, "pays": pays.name}
    elif decides:
        said = _("%(name)s decides there; who pays we do not know.") % {"name": decides.name}
    elif pays:
        said = _("%(name)s pays there; who decides we do not know.") % {"name": pays.name}
    else:
        said = _("Who decides and who pays there we do not know.")
    hoped = labelled(_("They hope to hear"), facts.hoped)
    return phrases.run_on([said, ended(hoped)])


def _doing(facts: Facts) -> str:
    risk = phrases.list_of(phrases.risks_among_us(facts.business.risks))
    doing = phrases.way(facts) or ended(facts.business.text)
    if not doing:
        return _("What we do: nothing is proposed yet.")
    return phrases.run_on([labelled(_("What we do"), doing), ended(labelled(_("Risks"), risk))])


def _asked_of_the_boss(facts: Facts) -> str:
    way = facts.way
    if way is None:
        return _("Asked of you: name who takes it, so that the customer has a way ahead by tomorrow.")
    if way.sort == Sort.NOT_NOW:
        return _("Asked of you: stand by the “not now” when they turn to you.")
    if way.sort == Sort.REQUEST:
        return _("Asked of you: have product decide on it, and name the day.")
    if way.by is None:
        return _("Asked of you: nothing now.")
    return _("Asked of you: nothing, unless it is not done by %(day)s.") % {"day": phrases.day(way.by, facts)}


def _next(facts: Facts) -> str:
    ahead = phrases.way(facts)
    return _("What happens next: %(way)s") % {"way": ahead} if ahead else ""


def _for_part(facts: Facts, person: Person | None) -> list[str]:
    """What the part of the house a person belongs to needs besides."""
    part = person.part if person else ""
    if part == Part.IT:
        why = _("Why it is so: %(why)s") % {"why": ended(facts.product.text)} if facts.product.text else ""
        return [why, *phrases.risks_for_customer(facts.business.risks)]
    if part == Part.USER:
        clumsier = facts.business.risks.clumsier
        return (
            [_("What takes more steps than before: %(risk)s") % {"risk": ended(clumsier)}] if clumsier else []
        )
    return []


def _letter(person: Person | None, paragraphs: Iterable[str]) -> str:
    greeting = _("%(name)s, good day.") % {"name": person.name} if person else ""
    return _paragraphs([greeting, *paragraphs])


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(text.strip() for text in texts if text.strip())
