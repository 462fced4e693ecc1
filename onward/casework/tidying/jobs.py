"""Every night, what nobody needs any more goes."""

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from onward.casework.tidying.removing import tidy as remove

logger = logging.getLogger(__name__)


@app.periodic(cron="40 3 * * *")
@app.task(name="tidying.tidy", queueing_lock="tidying.tidy")
def tidy(timestamp: int) -> None:
    """Remove it, and log how many of what."""
    removed = remove(timezone.now())
    logger.info("Removed: %s", ", ".join(f"{number} {what}" for what, number in removed.items()))
