"""The jobs of the directory: what services mean is read as they come; every night duplicates, age and websites are
looked at, and ratings learned from."""

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from onward.directory import merging, websites, withdrawing
from onward.directory.loading import JOB
from onward.directory.meaning.table import read_meanings
from onward.directory.use.learning import learn_from_use, standing
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


@app.periodic(cron="20 2 * * *")
@app.task(name="directory.check_links", queueing_lock="directory.check_links")
def check_links(timestamp: int) -> None:
    """Ask the websites of services whether they are still there, where that is set on."""
    if settings.ONWARD_CHECK_LINKS:
        with acting_as(JOB):
            websites.check(by=JOB, on=timezone.localdate())


@app.periodic(cron="40 3 * * *")
@app.task(name="directory.learn_from_use", queueing_lock="directory.learn_from_use")
def learn(timestamp: int) -> None:
    """Learn from how services that were sent were rated, once there are enough ratings, and new ones."""
    with acting_as(JOB):
        if standing().due:
            learn_from_use(by=JOB, on=timezone.localdate())
