"""Who works in the made-up council."""

from dataclasses import dataclass
from datetime import date

from onward.records.staffing import make_staff, make_team
from onward.vocabulary.roles import Role


@dataclass(frozen=True)
class Member:
    username: str
    name: str
    team: str
    role: Role


TEAMS = {
    "front-door": "Front door",
    "hospital": "Hospital team",
    "elsewhere": "Elsewhere Care, a provider in another area",
}
STAFF = (
    Member("ada", "Ada Answerwell", "front-door", Role.ADVISER),
    Member("ewa", "Ewa Evenkeel", "front-door", Role.MANAGER),
    Member("olu", "Olu Otherward", "hospital", Role.ADVISER),
    Member("edie", "Edie Entrywright", "front-door", Role.EDITOR),
    Member("carol", "Carol Carefar", "elsewhere", Role.PROVIDER_WORKER),
)


def hire(on: date) -> None:
    """Make the teams and everybody in them; safe to repeat."""
    for code, name in TEAMS.items():
        make_team(code=code, name=name)
    for each in STAFF:
        make_staff(username=each.username, name=each.name, team=each.team, role=each.role, on=on)
