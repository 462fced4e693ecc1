"""Handing something to the message service, once: a message to somebody, or a link to an organisation.

A try is noted, and committed, before the service is asked; so whoever tries again, after an answer that was lost or a
worker that died, first asks the service whether it has it by its reference.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet

from onward.casework.messages.account import notify
from onward.gateways.notify.service import Notify, Permanent, Temporary
from onward.records.job import Later
from onward.rules.trying import pause
from onward.vocabulary.messages import Problem


def hand_over(
    number: UUID,
    waits: "QuerySet[Any]",
    *,
    send: Callable[[Any, Notify], str],
    sent: Callable[[str], None],
    failed: Callable[[Problem], None],
) -> None:
    """Hand over the row of `waits` with the id `number`, if it still waits: a row that has `tries` and `problem`.

    `sent` is told the service's id of it, `failed` why it never goes. Raises Later where the service is in trouble and
    a try is left. Tries and problems on the way are the job's own notes, and no events.
    """
    waits = waits.filter(id=number)
    with _nobody_else(number):
        row = _try(waits)
        if row is None:
            return
        try:
            with notify() as service:
                provider_id = (service.find(number) if row.tries > 1 else None) or send(row, service)
        except Permanent as refused:
            failed(refused.problem)
        except Temporary as trouble:
            _put_off(waits, row.tries, trouble.problem, failed)
        else:
            sent(provider_id)


def _try(waits: "QuerySet[Any]") -> Any:
    """The row, with this try noted for whoever comes after; None where it does not wait any more."""
    with transaction.atomic():
        return waits.get() if waits.update(tries=F("tries") + 1) else None


def _put_off(waits: "QuerySet[Any]", tries: int, problem: Problem, failed: Callable[[Problem], None]) -> None:
    wait = pause(tries)
    if wait is None:
        failed(problem)
        return
    waits.update(problem=problem)
    raise Later(wait)


@contextmanager
def _nobody_else(number: UUID) -> Iterator[None]:
    """Wait for whoever else hands this over: a job that was taken for lost may still be at it."""
    lock = number.int % 2**63
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [lock])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])
