"""Who works here. Set up by an administrator's command, as the tables' owner: the application may read roles and never
give one, or whoever could make it run SQL could make themselves a manager."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from onward.records import known_by
from onward.records.models import EventRecord, Membership, Staff, Team
from onward.vocabulary.events import (
    StaffEvent,
    StaffFactorChanged,
    StaffIdentityGiven,
    StaffLeft,
    StaffPasswordChanged,
)
from onward.vocabulary.principals import Principal
from onward.vocabulary.roles import Role

OWNER = "owner"  # the connection that DATABASE_OWNER_URL makes
ADMINISTRATOR = Principal.job("administrator")


def make_team(*, code: str, name: str) -> None:
    """Make a team; one that is there keeps its name."""
    Team.objects.using(OWNER).get_or_create(code=code, defaults={"name": name})


def make_staff(
    *, username: str, name: str, team: str, role: Role, on: date, password: str | None = None
) -> int:
    """Make somebody with a role in a team from `on`; safe to repeat, also for somebody who had left. Without a
    password they cannot sign in with one. Gives back their number."""
    member, _made = Staff.objects.using(OWNER).get_or_create(username=username, defaults={"name": name})
    if password:
        member.set_password(password)
    elif not member.password:
        member.set_unusable_password()
    member.is_active = True
    member.save(using=OWNER)
    _join(member, Team.objects.using(OWNER).get(code=team), role, on)
    return member.pk


def end_staff(*, username: str, on: date) -> int:
    """Somebody left: from the next request on they are nobody here, by page or interface. What they did is kept.

    Gives back how many roles in teams ended; Staff.DoesNotExist where nobody has that name.
    """
    with transaction.atomic(using=OWNER):
        member = _found(username)
        member.is_active = False
        member.set_unusable_password()
        member.save(using=OWNER)
        current = Membership.objects.using(OWNER).filter(Q(ends_on=None) | Q(ends_on__gt=on), staff=member)
        ended = current.filter(starts_on__lte=on).update(ends_on=on)
        current.filter(starts_on__gt=on).delete()  # they never began
        known_by.forget(member.pk, using=OWNER)
        _record(StaffLeft(staff=member.pk, memberships=ended), on)
    return ended


def reset_staff(*, username: str, password: str, second_factor: bool, on: date) -> None:
    """A new password; every sign-in of theirs ends. With `second_factor` they set up that anew too."""
    with transaction.atomic(using=OWNER):
        member = _found(username)
        member.set_password(password)
        member.save(using=OWNER)
        known_by.end_sessions(member.pk, using=OWNER)
        _record(StaffPasswordChanged(staff=member.pk), on)
        if second_factor:
            known_by.remove_factors(member.pk, using=OWNER)
            _record(StaffFactorChanged(staff=member.pk, factor="", change="removed"), on)


def give_identity(*, username: str, email: str = "", subject: str = "", on: date) -> None:
    """They are known by this identity of the council's: an email address that it has verified, or its own subject.

    Either takes the place of the one before; ValueError where it is somebody else's.
    """
    with transaction.atomic(using=OWNER):
        member = _found(username)
        known_by.set_identity(member.pk, email=email, subject=subject, using=OWNER)
        _record(StaffIdentityGiven(staff=member.pk, way="subject" if subject else "email"), on)


def number_of(username: str) -> int:
    """The number by which somebody acts; Staff.DoesNotExist where nobody has that name."""
    return Staff.objects.values_list("pk", flat=True).get(username=username)


def _found(username: str) -> Staff:
    return Staff.objects.using(OWNER).select_for_update().get(username=username)


def _join(member: Staff, team: Team, role: Role, on: date) -> None:
    """One membership at a time: who came back on the day they left goes on with the one they had."""
    held = Membership.objects.using(OWNER).filter(staff=member, team=team, role=role)
    if not held.filter(Q(ends_on=None) | Q(starts_on=on)).update(ends_on=None):
        Membership.objects.using(OWNER).create(staff=member, team=team, role=role, starts_on=on)


def _record(event: StaffEvent, on: date) -> None:
    """An event in the owner's own transaction: these are no actions of the application's."""
    EventRecord.objects.using(OWNER).create(
        kind=event.kind, details=event.details(), by=str(ADMINISTRATOR), happened_on=on
    )
