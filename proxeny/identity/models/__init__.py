"""Colleagues, their roles and teams, and who was let in by exception."""

from proxeny.identity.models.admission import Admission, AdmissionLook
from proxeny.identity.models.staff import RoleGrant, Staff
from proxeny.identity.models.team import Team, TeamMembership

__all__ = ["Admission", "AdmissionLook", "RoleGrant", "Staff", "Team", "TeamMembership"]
