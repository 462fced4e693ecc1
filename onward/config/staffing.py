"""Adding somebody who works here, from the command line."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from onward.records.staffing import make_staff, make_team
from onward.vocabulary.roles import Role


def add(username: str, name: str, team: str, role: str, password: str) -> str:
    """Make them, and their team where it is new; a sentence of what was done. ValueError where the password is weak."""
    try:
        validate_password(password)
    except ValidationError as problem:
        raise ValueError(" ".join(problem.messages)) from None
    make_team(code=team, name=team.replace("-", " ").capitalize())
    make_staff(
        username=username, name=name, team=team, role=Role(role), on=timezone.localdate(), password=password
    )
    return f"{name} can sign in as {username}: {role.replace('_', ' ')}, {team}."
