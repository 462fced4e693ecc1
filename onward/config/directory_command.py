"""`onward directory`: bring in services, or check a feed. Its arguments, and what runs."""

import argparse
from collections.abc import Callable


def arguments(parser: argparse.ArgumentParser, set_up_django: Callable[[], None]) -> None:
    """What the command takes. Checking needs neither Django nor a database."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    load = actions.add_parser("load", help="bring in an area folder, or an Open Referral UK file or feed")
    load.add_argument("given", nargs="+", metavar="FOLDER|FILE|URL")
    load.add_argument("--json", action="store_true", help="the report as JSON, a line for each")
    load.add_argument(
        "--changed",
        action="store_true",
        help="of a feed, only what it says has changed since the last whole run",
    )
    load.set_defaults(run=lambda chosen: _load(chosen, set_up_django))
    validate = actions.add_parser("validate", help="does a feed or file hold to Open Referral UK 3.0")
    validate.add_argument("given", metavar="URL|FILE")
    validate.add_argument("--json", action="store_true", help="the verdict as JSON")
    validate.set_defaults(run=_validate)


def _load(chosen: argparse.Namespace, set_up_django: Callable[[], None]) -> int:
    set_up_django()
    from django.utils import timezone

    from onward.directory.commands import load

    return load(chosen.given, on=timezone.localdate(), as_json=chosen.json, changed_only=chosen.changed)


def _validate(chosen: argparse.Namespace) -> int:
    from onward.directory.commands import validate

    return validate(chosen.given, as_json=chosen.json)
