"""`onward staff`: who works here. Passwords are asked for, never given on the command line."""

import argparse
from collections.abc import Callable

Run = Callable[[argparse.Namespace], str]


def arguments(
    parser: argparse.ArgumentParser, run: Callable[[Run], Callable[[argparse.Namespace], int]]
) -> None:
    """What `onward staff` takes; `run` wraps what each action does, and prints its sentence."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    add = actions.add_parser(
        "add", help="somebody who works here, with a role in a team; asks for a password"
    )
    _who(add)
    add.add_argument("--name", required=True, help="what others see")
    add.add_argument("--team", default="front-door", help="the team's code (front-door)")
    add.add_argument("--role", required=True, choices=["adviser", "manager", "provider_worker", "editor"])
    add.add_argument("--no-password", action="store_true", help="they sign in by the council's own identity")
    add.set_defaults(run=run(_add))
    end = actions.add_parser(
        "end", help="somebody left: signed out everywhere at once, and cannot come back in"
    )
    _who(end)
    end.set_defaults(run=run(_end))
    reset = actions.add_parser(
        "reset", help="a new password for somebody; signs them out everywhere; asks for it"
    )
    _who(reset)
    reset.add_argument("--second-factor", action="store_true", help="they lost it: they set up another")
    reset.set_defaults(run=run(_reset))
    identity = actions.add_parser("identity", help="by what the council's own identity knows somebody")
    _who(identity)
    either = identity.add_mutually_exclusive_group(required=True)
    either.add_argument("--email", default="", help="an email address that it has verified")
    either.add_argument("--subject", default="", help="its own id of them, the claim `sub`")
    identity.set_defaults(run=run(_identity))


def _who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("username", help="what they sign in with")


def _add(chosen: argparse.Namespace) -> str:
    from getpass import getpass

    from onward.config.staffing import add

    password = None if chosen.no_password else getpass("Password: ")
    return add(chosen.username, chosen.name, chosen.team, chosen.role, password)


def _end(chosen: argparse.Namespace) -> str:
    from onward.config.staffing import end

    return end(chosen.username)


def _reset(chosen: argparse.Namespace) -> str:
    from getpass import getpass

    from onward.config.staffing import reset

    return reset(chosen.username, getpass("New password: "), second_factor=chosen.second_factor)


def _identity(chosen: argparse.Namespace) -> str:
    from onward.config.staffing import identity

    return identity(chosen.username, email=chosen.email, subject=chosen.subject)
