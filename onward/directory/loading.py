"""Loading as the job that it is: whoever starts it, the log of events says that the directory's job did it."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from onward.directory.actions import Progress, load_area
from onward.directory.documents import context
from onward.directory.feed.client import Client
from onward.directory.feed.run import Run, RunReport
from onward.directory.files import take_file
from onward.directory.models import Source
from onward.directory.names import source_code
from onward.directory.report import LoadReport
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal

JOB = Principal.job("directory")


def bring_in(folder: Path, *, on: date, progress: Progress | None = None) -> LoadReport:
    """`load_area` as the directory's job."""
    with acting_as(JOB):
        return load_area(folder=folder, by=JOB, on=on, progress=progress)


def bring_in_file(path: Path, *, on: date) -> RunReport:
    """A file of services in the form of the standard."""
    with acting_as(JOB):
        return take_file(path, on=on)


def fetch(
    address: str, *, on: date, changed_only: bool = False, client: Callable[[], Client] = Client
) -> RunReport:
    """A feed, from where its last run stopped. `changed_only`: what it says has changed since its last whole run."""
    source = source_code(address)
    known = Source.objects.filter(pk=source).first()
    since = known.complete_on if known and changed_only else None
    with acting_as(JOB), closing(client()) as opened:
        return Run(opened, address, context(source, address, on), on, since=since).go()
