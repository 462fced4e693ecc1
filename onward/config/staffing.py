"""Who works here, from the command line: each function does one thing and says it in a sentence.

ValueError with a sentence where it cannot be done.
"""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from onward.records import staffing
from onward.vocabulary.roles import Role


def add(username: str, name: str, team: str, role: str, password: str | None) -> str:
    """Make them, and their team where it is new. Without a password they sign in by the council's own identity."""
    if password is not None:
        _check(password)
    staffing.make_team(code=team, name=team.replace("-", " ").capitalize())
    staffing.make_staff(
        username=username, name=name, team=team, role=Role(role), on=timezone.localdate(), password=password
    )
    return f"{name} can sign in as {username}: {role.replace('_', ' ')}, {team}."


def end(username: str) -> str:
    """They left: at once, everywhere."""
    with _Known(username):
        staffing.end_staff(username=username, on=timezone.localdate())
    return f"{username} is signed out everywhere and cannot sign in any more. What they did is kept."


def reset(username: str, password: str, *, second_factor: bool) -> str:
    """A new password, and where it was asked for a new second factor."""
    _check(password)
    with _Known(username):
        staffing.reset_staff(
            username=username, password=password, second_factor=second_factor, on=timezone.localdate()
        )
    also = " They will be asked to set up a second factor." if second_factor else ""
    return f"{username} is signed out everywhere and has the new password.{also}"


def identity(username: str, *, email: str, subject: str) -> str:
    """By what the council's own identity provider knows them."""
    if email:
        _check_address(email)
    with _Known(username):
        staffing.give_identity(username=username, email=email, subject=subject, on=timezone.localdate())
    return f"{username} can sign in by the council's identity."


class _Known:
    """Within, nobody of that name is a sentence."""

    def __init__(self, username: str) -> None:
        self.username = username

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, problem: object, trace: object) -> None:
        if isinstance(problem, ObjectDoesNotExist):
            raise ValueError(f"Nobody signs in as {self.username}. Check the name.") from None


def _check(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as problem:
        raise ValueError(" ".join(problem.messages)) from None


def _check_address(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise ValueError(f"{email} is no email address. Write it like name@council.example") from None
