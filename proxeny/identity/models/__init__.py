"""Colleagues, their roles and teams."""

from proxeny.identity.models.staff import RoleGrant, Staff
from proxeny.identity.models.team import Team, TeamMembership

__all__ = ["RoleGrant", "Staff", "Team", "TeamMembership"]
