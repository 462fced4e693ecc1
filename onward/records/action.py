"""The shape of every write: one transaction, by somebody, on a date, with its event inside, done once.

    @action
    def send(*, case: UUID, by: Principal, on: date) -> UUID: ...

`by` must be who the connection speaks for. An action that records no event is an error, and so is one that is not
told by whom or when. With `key=` the action is done once: the same key again gives the first result, and the same key
for something else is refused.
"""

import json
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac

from onward.records import principal
from onward.records.handlers import hand_on
from onward.records.models import EventRecord, IdempotencyKey
from onward.records.refusals import KeyReused
from onward.vocabulary.events import Event, Happening
from onward.vocabulary.principals import Principal

P = ParamSpec("P")
R = TypeVar("R")
_recorded: ContextVar[list[UUID] | None] = ContextVar("recorded", default=None)
# What a second press of the same button may bring otherwise: the moment, and what was in force then.
_NOT_ASKED = frozenset({"key", "by", "on", "at", "version", "council", "holidays"})


class ActionError(Exception):
    """A mistake of the programmer's, never of the person at the page."""


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make `function` an action. With `key` its result must be an id, or ids by name."""

    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        if args or kwargs.get("by") != principal.current() or not isinstance(kwargs.get("on"), date):
            raise ActionError(f"{function.__name__} needs by= (who acts now), on= (a date) and keywords only")
        with transaction.atomic():
            return _once(function, kwargs)

    return wrapper


def record(event: Happening, *, by: Principal, on: date) -> None:
    """Write an event, and let follow what follows from it; only within an action."""
    recorded = _recorded.get()
    if recorded is None:
        raise ActionError("events are recorded within an action")
    case = event.case if isinstance(event, Event) else None
    row = EventRecord.objects.create(
        case_id=case, kind=event.kind, details=event.details(), by=str(by), happened_on=on
    )
    recorded.append(row.id)
    hand_on(event, by=by, on=on)


def _once(function: Callable[..., R], kwargs: dict[str, Any]) -> R:
    key = kwargs.get("key")
    if key is None:
        return _with_event(function, kwargs)
    name, by, asked = f"{function.__module__}.{function.__name__}", str(kwargs["by"]), _digest(kwargs)
    # A second sender waits here until the first has finished, and then finds the key taken.
    made = IdempotencyKey.objects.bulk_create(
        [IdempotencyKey(key=key, action=name, by=by, asked=asked)], ignore_conflicts=True
    )
    row = IdempotencyKey.objects.select_for_update().get(key=made[0].key)
    if (row.action, row.by, row.asked) != (name, by, asked):
        raise KeyReused
    if row.result is not None:
        return cast(R, _from_json(row.result))
    result = _with_event(function, kwargs)
    row.result = _to_json(result)
    row.save(update_fields=["result"])
    return result


def _with_event(function: Callable[..., R], kwargs: dict[str, Any]) -> R:
    token = _recorded.set([])
    try:
        result = function(**kwargs)
        if not _recorded.get():
            raise ActionError(f"{function.__name__} recorded no event")
        return result
    finally:
        _recorded.reset(token)


def _digest(kwargs: dict[str, Any]) -> str:
    asked = {name: value for name, value in kwargs.items() if name not in _NOT_ASKED}
    text = json.dumps(asked, sort_keys=True, default=str)
    return salted_hmac("idempotency", text, algorithm="sha256").hexdigest()


def _to_json(result: Any) -> dict[str, Any]:
    return (
        {"id": str(result)} if isinstance(result, UUID) else {"ids": {k: str(v) for k, v in result.items()}}
    )


def _from_json(stored: dict[str, Any]) -> Any:
    return (
        UUID(stored["id"]) if "id" in stored else {name: UUID(value) for name, value in stored["ids"].items()}
    )
