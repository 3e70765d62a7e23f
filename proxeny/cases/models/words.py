"""The words of a case that are chosen from a few: steps, severities, kinds, causes, audiences."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Step(models.TextChoices):
    """The five steps; a case stands at the first that it has not passed, and at `DONE` after all of them."""

    RESPONDED = "responded", pgettext_lazy("step", "responded")
    CLARIFIED = "clarified", pgettext_lazy("step", "clarified")
    PROPOSED = "proposed", pgettext_lazy("step", "proposed")
    SOLVED = "solved", pgettext_lazy("step", "solved")
    LEARNED = "learned", pgettext_lazy("step", "learned")
    DONE = "done", pgettext_lazy("step", "done")


STEPS = (Step.RESPONDED, Step.CLARIFIED, Step.PROPOSED, Step.SOLVED, Step.LEARNED)


class Severity(models.IntegerChoices):
    """How badly the customer is hit; 1 is worst."""

    CRITICAL = 1, _("everything stands still")
    HIGH = 2, _("work is hindered badly")
    NORMAL = 3, _("work is hindered")
    LOW = 4, _("work goes on")


class Priority(models.IntegerChoices):
    """How soon we turn to it; 1 is first."""

    FIRST = 1, _("P1")
    SECOND = 2, _("P2")
    THIRD = 3, _("P3")
    FOURTH = 4, _("P4")


class Kind(models.TextChoices):
    """What sort of matter it is, as far as a person has said."""

    QUESTION = "question", _("question")
    DEFECT = "defect", _("known or new defect")
    NEED = "need", _("new need")
    BROKEN_PROMISE = "broken-promise", _("broken promise")
    CHANGE = "change", _("change")
    INCIDENT = "incident", _("incident")


class Cause(models.TextChoices):
    """What it comes from."""

    PRODUCT = "product", _("product defect")
    PROCESS = "process", _("process")
    ORGANISATION = "organisation", _("organisation")
    DATA = "data", _("data flow")


class State(models.TextChoices):
    """Whether the customer has a way ahead: a proposal stands, or none does."""

    PROBLEM = "problem", _("problem state")
    SOLUTION = "solution", _("solution state")


class Audience(models.TextChoices):
    """For whom a message is; a private note is for nobody outside after-sales."""

    CUSTOMER = "customer", _("to the customer")
    TEAM = "team", _("to a team")
    PRODUCT = "product", _("to product")
    SALES = "sales", _("to sales")
    NOTE = "note", _("private note")


class Side(models.TextChoices):
    """From which side an answer looks at the matter."""

    BUSINESS = "business", _("business view")
    PRODUCT = "product", _("product view")


class Channel(models.TextChoices):
    """How the case reached us."""

    CHAT = "chat", _("chat")
    MAIL = "mail", _("mail")
    PHONE = "phone", _("phone")
    VISIT = "visit", _("visit")
    PORTAL = "portal", _("portal")
    SYSTEM = "system", _("another system")
