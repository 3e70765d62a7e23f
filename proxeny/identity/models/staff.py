"""Colleagues and the roles they hold."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.identity.roles import Role


class StaffManager(BaseUserManager["Staff"]):
    """Finds colleagues; adding one is a verb (`identity.adding`)."""

    def get_by_natural_key(self, username: str | None) -> "Staff":
        """Return the colleague with that sign-in name, whatever its case."""
        return self.get(username__iexact=username)


class Staff(AbstractBaseUser):
    """A colleague: someone of the vendor who signs in."""

    class Theme(models.TextChoices):
        """How the workbench is lit for this person."""

        AUTO = "auto", _("as the system")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    username = models.CharField(_("sign-in name"), max_length=64, unique=True)
    email = models.EmailField(_("mail"), blank=True)
    name = models.CharField(_("name"), max_length=80)
    language = models.CharField(_("language"), max_length=10, default="zh-hans")
    theme = models.CharField(_("theme"), max_length=5, choices=Theme.choices, default=Theme.AUTO)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    shortcuts = models.BooleanField(_("single-key shortcuts"), default=True)
    hints_put_away = models.JSONField(default=list, blank=True)
    is_active = models.BooleanField(default=True)
    added_at = models.DateTimeField()

    # Set on the person who sends a request, for as long as it lasts (`identity.recognising`).
    known_roles: frozenset[str] | None = None

    objects: ClassVar[StaffManager] = StaffManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> str:
        """The reference that goes on record."""
        return f"staff:{self.pk}"

    @property
    def roles(self) -> frozenset[str]:
        """The roles held now; of the person who sends a request, those held when it came in."""
        if self.known_roles is not None:
            return self.known_roles
        return frozenset(_HELD(self.pk))

    @property
    def actor(self) -> Actor:
        """This person as the one who acts."""
        return Actor(self.reference, self.name, self.pk, self.roles, self.language)


class RoleGrant(models.Model):
    """That a colleague holds a role: since when, by whom, and until when."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=16, choices=Role.choices)
    granted_by = models.CharField(max_length=120)
    granted_at = models.DateTimeField()
    ended_by = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "role"],
                condition=models.Q(ended_at=None),
                name="one_standing_grant_of_a_role",
            )
        ]


_HELD = Phrased(
    lambda staff: RoleGrant.objects.filter(staff=staff, ended_at=None).values_list("role", flat=True)
)
