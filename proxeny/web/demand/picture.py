"""All that belongs to a request, as far as the reader may know: who asks, voices, decision, what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from proxeny.accounts import access as accounts
from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, pledging, standing, using, voicing, weighing
from proxeny.demand.models import (
    Credit,
    Decision,
    Delivery,
    ExpectedUse,
    Pledge,
    Request,
    RequestCase,
    SeenUse,
    Told,
    Unable,
    Voice,
)
from proxeny.demand.standing import Group
from proxeny.demand.weighing import Weight
from proxeny.identity.roles import Area, Reach, right


@dataclass(frozen=True, slots=True)
class Spoken:
    """One of the three voices on one request: what stands, what was said before, and whether the reader may speak."""

    request: Request
    of: Voice.Of
    voice: Voice | None
    before: Sequence[Voice]
    may_speak: bool


@dataclass(frozen=True, slots=True)
class Asker:
    """A customer that asks, of those the reader may know: whether they were told, what is promised, what use was seen.

    `may_open` opens the customer's page, `serves` the verbs in the customer's name.
    """

    request: Request
    told: Told | None
    pledge: Pledge | None
    seen: SeenUse | None
    may_open: bool
    serves: bool


@dataclass(frozen=True)
class Picture:
    """A request and what belongs to it, for one reader; what is not asked for is not loaded."""

    one: Request
    actor: Actor

    @cached_property
    def group(self) -> Group:
        """The request with those it goes with."""
        return standing.group_of(self.one)

    @cached_property
    def known(self) -> list[Request]:
        """Those of them that the reader may read, without those that were withdrawn."""
        open_to = access.requests(self.actor).filter(pk__in=[one.pk for one in self.group])
        numbers = set(open_to.values_list("pk", flat=True))
        return [one for one in self.group.asking if one.pk in numbers]

    @cached_property
    def others(self) -> int:
        """How many more customers ask that the reader may not know."""
        return len({one.account_id for one in self.group.asking} - {one.account_id for one in self.known})

    @cached_property
    def weight(self) -> Weight:
        """What those customers weigh that the reader may know: who reads all requests, all."""
        whole = right(self.actor, Area.REQUESTS).read is Reach.ALL
        rows = self.group.asking if whole and not self.one.in_confidence else self.known
        return weighing.weights({0: [one.account for one in rows]}, clock.today())[0]

    @cached_property
    def customers(self) -> int:
        """How many customers ask."""
        return len({one.account_id for one in self.group.asking})

    @cached_property
    def decision(self) -> Decision | None:
        """What was decided and holds."""
        return self.group.decision

    @cached_property
    def former(self) -> list[Decision]:
        """What was decided before and holds no more, the latest first."""
        rows = Decision.objects.filter(request=self.group.leader).exclude(ended_at=None)
        return list(rows.select_related("by", "ended_by").order_by("-at"))

    @cached_property
    def delivery(self) -> Delivery | None:
        """Its delivery."""
        return self.group.delivery

    @cached_property
    def expected(self) -> ExpectedUse | None:
        """What use is expected."""
        return (
            ExpectedUse.objects.select_related("by").filter(request=self.group.leader, ended_at=None).first()
        )

    @cached_property
    def seen(self) -> int | None:
        """How many of what was expected there are at the customers the reader may know; None where nobody looked."""
        looked = [one.seen.how_many for one in self.askers if one.seen]
        return sum(looked) if looked else None

    @cached_property
    def askers(self) -> list[Asker]:
        """The customers that ask."""
        told = {}
        if self.decision:
            rows = Told.objects.filter(decision=self.decision, ended_at=None, request__in=self.known)
            told = {one.request_id: one for one in rows.select_related("by", "to_contact")}
        owed = {one.request_id: one for one in pledging.standing(self.known)}
        seen = using.latest(self.known)
        opened = set(accounts.accounts(self.actor).filter(pk__in=self._accounts).values_list("pk", flat=True))
        served = set(access.served(self.actor).filter(pk__in=self._numbers).values_list("pk", flat=True))
        return [
            Asker(
                one,
                told.get(one.pk),
                owed.get(one.pk),
                seen.get(one.pk),
                one.account_id in opened,
                one.pk in served,
            )
            for one in self.known
        ]

    @cached_property
    def voices(self) -> list[Spoken]:
        """The voices: product's once, the others of each customer that the reader may know."""
        said = Voice.objects.filter(
            Q(request__in=self.known) | Q(request=self.group.leader, of=Voice.Of.PRODUCT)
        )
        rows = list(said.select_related("by", "in_name_of", "request").order_by("-at", "-pk"))
        wanted = [] if self.one.in_confidence else [(self.group.leader, Voice.Of.PRODUCT)]
        for one in self.known:
            if one.account.sales_id and not one.in_confidence:
                wanted.append((one, Voice.Of.SALES))
            wanted.append((one, Voice.Of.CUSTOMER))
        within = {of: voicing.voiced(self.actor, of).filter(pk__in=self._numbers) for of in Voice.Of}
        speaks = {of: set(found.values_list("pk", flat=True)) for of, found in within.items()}
        return [self._spoken(one, of, rows, one.pk in speaks[of]) for one, of in wanted]

    @property
    def silent(self) -> list[str]:
        """Whose voice is not given: the voice, and of several customers whose."""
        several = len(self.group) > 1
        return [
            f"{one.of.label} {one.request.account.name}"
            if several and one.of != Voice.Of.PRODUCT
            else str(one.of.label)
            for one in self.voices
            if one.voice is None
        ]

    @property
    def without(self) -> list[str]:
        """The voices that nobody had given when it was decided, in words."""
        return [str(Voice.Of(one).label) for one in self.decision.without] if self.decision else []

    @property
    def names(self) -> list[str]:
        """The names of the customers that ask and the reader may know."""
        return list({one.account_id: one.account.name for one in self.known}.values())

    @cached_property
    def credits(self) -> list[Credit]:
        """The teams that helped."""
        rows = Credit.objects.filter(request__in=self.known, ended_at=None)
        return list(rows.select_related("team", "by"))

    @cached_property
    def declines(self) -> list[Unable]:
        """The teams that could not."""
        return list(Unable.objects.filter(request__in=self.known, ended_at=None).select_related("team", "by"))

    @cached_property
    def cases(self) -> list[Case]:
        """The cases in which it was heard, of those the reader may open."""
        links = RequestCase.objects.filter(request__in=self.known, ended_at=None)
        found = cases.cases(self.actor).filter(Q(requests__in=self.known) | Q(request_links__in=links))
        return list(found.select_related("account").distinct().order_by("-opened_at"))

    @cached_property
    def case_count(self) -> int:
        """In how many cases it was heard, without those that are confidential."""
        heard = Q(requests__in=self.group.asking) | Q(
            request_links__request__in=self.group.asking, request_links__ended_at=None
        )
        return Case.objects.filter(heard, is_confidential=self.one.in_confidence).distinct().count()

    @cached_property
    def today(self) -> list[str]:
        """What the customers do today instead, each wording once."""
        return list(dict.fromkeys(one.today for one in self.known if one.today))

    @cached_property
    def may_decide(self) -> bool:
        """Whether deciding it is the reader's."""
        return access.decided(self.actor).filter(pk=self.one.pk).exists()

    @cached_property
    def may_handle(self) -> bool:
        """Whether the reader works on it: says what is expected, credits teams, joins."""
        return access.handled(self.actor).filter(pk=self.one.pk).exists()

    @cached_property
    def may_serve(self) -> bool:
        """Whether the reader acts for its customer."""
        return access.served(self.actor).filter(pk=self.one.pk).exists()

    @property
    def _numbers(self) -> list[int]:
        return [one.pk for one in self.group]

    @property
    def _accounts(self) -> set[int]:
        return {one.account_id for one in self.known}

    def _spoken(self, one: Request, of: Voice.Of, rows: Sequence[Voice], may_speak: bool) -> Spoken:
        said = [voice for voice in rows if voice.request_id == one.pk and voice.of == of]
        stands = next((voice for voice in said if voice.stands), None)
        return Spoken(one, of, stands, [voice for voice in said if not voice.stands], may_speak)
