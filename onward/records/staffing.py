"""Who works here. Set up by an administrator's command, as the tables' owner: the application may read roles and never
give one, or whoever could make it run SQL could make themselves a manager."""

from datetime import date

from onward.records.models import Membership, Staff, Team
from onward.vocabulary.roles import Role

OWNER = "owner"  # the connection that DATABASE_OWNER_URL makes


def make_team(*, code: str, name: str) -> None:
    """Make a team; one that is there keeps its name."""
    Team.objects.using(OWNER).get_or_create(code=code, defaults={"name": name})


def make_staff(
    *, username: str, name: str, team: str, role: Role, on: date, password: str | None = None
) -> int:
    """Make somebody with a role in a team from `on`; safe to repeat. Without a password they cannot sign in with
    one. Gives back their number."""
    member, _made = Staff.objects.using(OWNER).get_or_create(username=username, defaults={"name": name})
    if password:
        member.set_password(password)
    elif not member.password:
        member.set_unusable_password()
    member.save(using=OWNER)
    Membership.objects.using(OWNER).get_or_create(
        staff=member, team=Team.objects.using(OWNER).get(code=team), role=role, defaults={"starts_on": on}
    )
    return member.pk


def number_of(username: str) -> int:
    """The number by which somebody acts; Staff.DoesNotExist where nobody has that name."""
    return Staff.objects.values_list("pk", flat=True).get(username=username)
