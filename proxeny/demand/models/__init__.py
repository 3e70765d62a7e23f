"""Defects and requests."""

from proxeny.demand.models.defect import Defect, DefectCase
from proxeny.demand.models.request import Request

__all__ = ["Defect", "DefectCase", "Request"]
