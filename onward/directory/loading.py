"""Loading as the job that it is: whoever starts it, the log of events says that the directory's job did it."""

from datetime import date
from pathlib import Path

from onward.directory.actions import Progress, load_area
from onward.directory.report import LoadReport
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal

JOB = Principal.job("directory")


def bring_in(folder: Path, *, on: date, progress: Progress | None = None) -> LoadReport:
    """`load_area` as the directory's job."""
    with acting_as(JOB):
        return load_area(folder=folder, by=JOB, on=on, progress=progress)
