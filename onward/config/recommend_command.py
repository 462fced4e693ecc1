"""`onward recommend`: which services suit one person, and what ratings teach. Its arguments, and where it runs."""

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path


def arguments(parser: argparse.ArgumentParser, set_up_django: Callable[[], None]) -> None:
    """What the command takes. With a folder it needs neither Django nor a database."""
    parser.add_argument(
        "--directory", type=Path, metavar="FOLDER", help="an area folder; without it the database"
    )
    parser.add_argument("--person", type=Path, metavar="FILE.json", help="for whom")
    parser.add_argument(
        "--learn", type=Path, metavar="RATINGS.csv", help="learn from ratings, and judge what was learned"
    )
    parser.add_argument(
        "--evaluate",
        type=Path,
        nargs="?",
        const="",
        metavar="RATINGS.csv",
        help="only judge; without a file, as learned last",
    )
    parser.add_argument(
        "--undo", action="store_true", help="go back to the ranking before the last one learned"
    )
    parser.add_argument("--plain", action="store_true", help="as if nothing had been learned")
    parser.add_argument(
        "--words-only", action="store_true", help="find by words, as where the weights are not installed"
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many services (20)")
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help="as if this were today, such as 2026-11-22"
    )
    parser.add_argument("--json", action="store_true", help="the answer is JSON in any case")
    parser.set_defaults(run=lambda chosen: _run(chosen, set_up_django))


def _run(chosen: argparse.Namespace, set_up_django: Callable[[], None]) -> int:
    today = chosen.on or datetime.now(UTC).date()
    if chosen.directory is not None:
        from onward.directory.recommend.command import on_folder

        return on_folder(chosen, today)
    set_up_django()
    from onward.directory.recommend.on_database import on_database

    return on_database(chosen, today)
