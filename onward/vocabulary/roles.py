"""Who may do what. Which *records* they may do it to is decided by the database, on the case."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody does in a team."""

    ADVISER = "adviser"
    MANAGER = "manager"
    PROVIDER_WORKER = "provider_worker"
    EDITOR = "editor"  # of the directory


class Permission(StrEnum):
    """One thing that a page or an address of the interface lets somebody do."""

    SEE_CONTACTS = "see_contacts"
    DECIDE_CONTACTS = "decide_contacts"
    SEE_PEOPLE = "see_people"
    SEE_FIGURES = "see_figures"
    SEE_LOOKS = "see_looks"
    SEE_FORMS = "see_forms"
    CHANGE_FORMS = "change_forms"
    SEE_OUTBOX = "see_outbox"
    WRITE_MESSAGES = "write_messages"
    SEND_MESSAGES = "send_messages"
    EDIT_DIRECTORY = "edit_directory"
    INTRODUCE = "introduce"


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADVISER: frozenset(
        {
            Permission.SEE_CONTACTS,
            Permission.DECIDE_CONTACTS,
            Permission.SEE_PEOPLE,
            Permission.SEE_FORMS,
            Permission.WRITE_MESSAGES,
            Permission.INTRODUCE,
        }
    ),
    Role.MANAGER: frozenset(Permission),
    Role.PROVIDER_WORKER: frozenset(),
    Role.EDITOR: frozenset({Permission.EDIT_DIRECTORY}),
}

# The roles for which row security shows a team's cases and people; the database's copy is tested to be the same.
SEES_PEOPLE: frozenset[Role] = frozenset(
    role for role, may in PERMISSIONS.items() if Permission.SEE_PEOPLE in may
)


def may(roles: frozenset[Role], permission: Permission) -> bool:
    """Whether any of the roles gives the permission."""
    return any(permission in PERMISSIONS[role] for role in roles)
