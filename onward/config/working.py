"""`onward work`: one worker that runs jobs until it is told to stop."""

from django.db import OperationalError, connection
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

PATIENCE = (
    20.0  # seconds for a job to end, once the worker was told to stop; a message takes half of that at most
)


class CannotWork(Exception):
    """The worker cannot go on; the message says why and what to do."""


def work(*, once: bool) -> None:
    """Run jobs until TERM or Ctrl-C; with `once`, until none is due."""
    try:
        connection.ensure_connection()  # asked first: the worker's own pool would go on trying for long
        connection.close()
        with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
            app.run_worker(wait=not once, shutdown_graceful_timeout=PATIENCE)
    except (OperationalError, ConnectorException):
        raise CannotWork(
            "The database does not answer, or its tables are not there. Check DATABASE_URL, and run `onward migrate`."
        ) from None
