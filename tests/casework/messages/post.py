"""Short ways to say what tests of messages say often, and the worker that runs their jobs."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import psycopg
from django.db import connections
from procrastinate.contrib.django import app, procrastinate_app
from procrastinate.periodic import PeriodicRegistry

from onward.casework.messages import actions, queries
from onward.casework.messages.queries import MessageSeen
from onward.config.databases import Access
from onward.records.principal import acting_as
from onward.rules.contacting import SafeContact
from onward.vocabulary.messages import Channel, ContactBy
from onward.vocabulary.principals import Principal
from tests import world

BY_EMAIL = SafeContact(contact_by=ContactBy.EMAIL)
SAID = {
    "council": "Larkmoor Council",
    "reference": "7F3K-92QX",
    "reply_by": "Tuesday 24 November",
    "address": "https://help.example.org/track/",
}


def queue(case: UUID, by: Principal | None = None, **changed: Any) -> UUID:
    """Queue an email of its resident's that may go, some of it otherwise; gives its id."""
    by = by or Principal.resident(case)
    asked: dict[str, Any] = {
        "template": "request-received",
        "channel": Channel.EMAIL,
        "to": "mary@example.org",
        "personalisation": SAID,
        "safe_contact": BY_EMAIL,
        "council": "larkmoor",
        "key": uuid4(),
    }
    with acting_as(by):
        return actions.queue(case=case, by=by, on=world.TODAY, **(asked | changed))


def seen(message: UUID, by: str = "ewa") -> MessageSeen:
    """The message as somebody of the staff sees it."""
    with acting_as(world.staff(by)):
        found = queries.message(message)
    assert found
    return found


@dataclass
class Worker:
    """Runs what is due and stops. `later` puts the clock forward, by bringing nearer what is due later."""

    access: Access

    def work(self) -> None:
        async def until_idle() -> None:
            async with app.open_async():
                await app.run_worker_async(wait=False, listen_notify=False, install_signal_handlers=False)

        # What comes again by itself comes when a test says so, and not when the minute happens to end.
        none = patch.object(procrastinate_app.current_app, "periodic_registry", PeriodicRegistry())  # type: ignore[no-untyped-call]
        # The thread that runs a job ends with this, and so must its connection.
        closed = patch.dict(connections["default"].settings_dict, CONN_MAX_AGE=0)
        with none, closed, app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
            asyncio.run(until_idle())

    def run_periodic(self, name: str) -> None:
        """Run a job that comes again by itself, as if it were due."""
        app.configure_task(name).defer(timestamp=0)
        self.work()

    def later(self, passed: timedelta) -> None:
        self.as_owner(
            "UPDATE procrastinate_jobs SET scheduled_at = scheduled_at - %s WHERE status = 'todo'", passed
        )

    def as_owner(self, statement: str, *values: object) -> list[Any]:
        with psycopg.connect(self.access.owner, autocommit=True) as owner:
            done = owner.execute(statement, values)
            return done.fetchall() if done.description else []
