"""Who may do what: roles, permissions, pages and the interface."""

from onward.config.reference.addresses import Address, operations, pages
from onward.config.reference.tables import table
from onward.vocabulary.roles import PERMISSIONS, SEES_PEOPLE, Permission, Role

YES = "yes"


def page() -> str:
    """The page `access.md`."""
    return f"""# Who may do what

A role gives permissions, and a page or an operation asks for one. That is the lesser half of it: which *people and
cases* somebody sees is decided by the database, on the case (see `docs/decisions/0004-visibility-on-the-case.md`).
Roles that the database shows a team's cases and people to: {_listed(SEES_PEOPLE)}.

## Roles

{_roles()}
## Pages

A page without a permission is for anybody. Pages about a request show only the request that the browser holds or
whose reference and code were given. The demonstration has one page more, on which one chooses whom to be.

{_addresses(pages())}
## Interface

{_addresses(operations(), methods=True)}"""


def _roles() -> str:
    rows = [
        [f"`{permission}`", *(YES if permission in PERMISSIONS[role] else "" for role in Role)]
        for permission in Permission
    ]
    return table(["permission", *(f"`{role}`" for role in Role)], rows)


def _addresses(listed: list[Address], *, methods: bool = False) -> str:
    return table(
        ["address", "name", "what it is for", "permission", "roles"],
        [
            [
                f"`{each.method} {each.path}`" if methods else f"`{each.path}`",
                f"`{each.name}`",
                each.says,
                *_asked(each.permission),
            ]
            for each in listed
        ],
    )


def _asked(permission: Permission | None) -> tuple[str, str]:
    if permission is None:
        return "", "anybody"
    return f"`{permission}`", _listed(frozenset(role for role in Role if permission in PERMISSIONS[role]))


def _listed(roles: frozenset[Role]) -> str:
    return ", ".join(f"`{role}`" for role in Role if role in roles)
