"""The job of promises: through the day, from its first minutes, what is due, what broke, and to whom it is raised."""

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from onward.casework.promises.minding import mind as mind_them
from onward.casework.promises.moving import moment
from onward.policy.holidays import bank_holidays
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal

JOB = Principal.job("promises")

logger = logging.getLogger(__name__)


@app.periodic(cron="*/15 * * * *")
@app.task(name="promises.mind", queueing_lock="promises.mind")
def mind(timestamp: int) -> None:
    """Note what is to be noted. Run again, it notes nothing twice."""
    with acting_as(JOB):
        noted = mind_them(moment(timezone.now()), bank_holidays(), by=JOB)
    logger.info("Promises: %s", ", ".join(f"{number} {what}" for what, number in noted.items()))
