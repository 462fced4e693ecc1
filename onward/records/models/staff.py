"""Who works here, in which team, as what, and from when until when (half-open)."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from onward.vocabulary.roles import Role


class StaffManager(BaseUserManager["Staff"]):
    pass


class Staff(AbstractBaseUser):
    username = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[StaffManager] = StaffManager()

    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.username


class Team(models.Model):
    code = models.SlugField(unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.code


class Membership(models.Model):
    """Somebody's role in a team. A leaver's ends; it is never removed."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT)
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "team", "role", "starts_on"], name="one_membership_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_no_earlier_than_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff} {self.role} {self.team}"
