"""The jobs of the directory: what services mean is read as they come; every night duplicates and age are looked at."""

from django.utils import timezone
from procrastinate.contrib.django import app

from onward.directory import merging, withdrawing
from onward.directory.loading import JOB
from onward.directory.meaning.table import read_meanings
from onward.records.principal import acting_as


@app.periodic(cron="*/10 * * * *")
@app.task(name="directory.read_meanings", queueing_lock="directory.read_meanings")
def read(timestamp: int) -> None:
    """Read the texts of services that are new or have changed; until then words alone find them."""
    while read_meanings():
        pass


@app.periodic(cron="10 4 * * *")
@app.task(name="directory.look_after", queueing_lock="directory.look_after")
def look_after(timestamp: int) -> None:
    """Propose duplicates to an editor, and flag what nobody has checked lately."""
    on = timezone.localdate()
    with acting_as(JOB):
        merging.propose(by=JOB, on=on)
        withdrawing.age(on)
