"""`onward recommend` on the database: the directory that is loaded, and what was learned there."""

import argparse
import sys
from datetime import date

from django.db import OperationalError

from onward.directory import learned_rankings
from onward.directory.recommend.command import CANNOT_RUN, run
from onward.directory.recommend.database_directory import DatabaseDirectory


def on_database(chosen: argparse.Namespace, today: date) -> int:
    """Run the command on the database, and give its exit code."""
    try:
        return run(chosen, today, learned_rankings, DatabaseDirectory)
    except OperationalError as problem:
        said = str(problem).strip().splitlines()[0]
        sys.stderr.write(
            f"The database does not answer ({said}). Check DATABASE_URL, or give --directory FOLDER.\n"
        )
        return CANNOT_RUN
