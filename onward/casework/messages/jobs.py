"""The jobs of messages. Each acts for one message at a time, and the database shows it that one and no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from onward.casework.messages import delivering
from onward.casework.messages.account import set_up
from onward.casework.messages.actions import DELIVER
from onward.gateways.notify.service import Temporary
from onward.records.job import Patient
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal

MOST_ASKED = 200  # messages a round, far below what the service allows in a minute


@app.task(name=DELIVER, retry=Patient())
def deliver(message: str) -> None:
    """Hand one message over."""
    with _acting_for(UUID(message)) as now:
        delivering.hand_over(**now)


@app.periodic(cron="*/5 * * * *")
@app.task(name="messages.hear", queueing_lock="messages.hear")
def hear(timestamp: int) -> None:
    """Ask what became of the messages that were sent in the last days, those first that were asked for longest ago."""
    for message in _unheard() if set_up() else []:
        try:
            with _acting_for(message) as now:
                delivering.hear(**now)
        except Temporary:
            return  # the next round asks again


def _unheard() -> list[UUID]:
    with acting_as(Principal.job("hear")), connection.cursor() as cursor:
        cursor.execute("SELECT onward_messages_unheard(%s)", [MOST_ASKED])
        return [row[0] for row in cursor.fetchall()]


@contextmanager
def _acting_for(message: UUID) -> Iterator[dict[str, Any]]:
    """Act for one message; gives what its actions are told."""
    by = Principal.job(f"message:{message}")
    with acting_as(by):
        yield {"message": message, "by": by, "on": timezone.localdate(), "at": timezone.now()}
