"""Defects and requests."""

from proxeny.demand.models.credit import Credit, Unable
from proxeny.demand.models.decision import Decision, Pledge, Told
from proxeny.demand.models.defect import Defect, DefectCase
from proxeny.demand.models.request import Request
from proxeny.demand.models.tie import Joining, PromiseCase, RequestCase
from proxeny.demand.models.use import Delivery, ExpectedUse, SeenUse
from proxeny.demand.models.voice import Voice

__all__ = [
    "Credit",
    "Decision",
    "Defect",
    "DefectCase",
    "Delivery",
    "ExpectedUse",
    "Joining",
    "Pledge",
    "PromiseCase",
    "Request",
    "RequestCase",
    "SeenUse",
    "Told",
    "Unable",
    "Voice",
]
