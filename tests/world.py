"""The made-up council that every test may rely on, and short ways to say what tests say often."""

import tempfile
from datetime import date
from pathlib import Path

from onward.config.demonstration.staff import hire
from onward.directory.actions import load_area
from onward.directory.fictional import write_fictional_area
from onward.records.staffing import number_of
from onward.vocabulary.principals import Principal

LONG_AGO = date(2020, 1, 1)


def furnish() -> None:
    """The teams and staff of the demonstration, and the made-up directory."""
    hire(LONG_AGO)
    with tempfile.TemporaryDirectory() as folder:
        write_fictional_area(Path(folder), seed=1)
        load_area(folder=Path(folder), on=date(2026, 11, 21))


def staff(username: str) -> Principal:
    return Principal.staff(number_of(username))
