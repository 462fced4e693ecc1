"""On whose behalf this connection speaks. PostgreSQL's row security reads it; without one, no row about people shows.

It is set at the start of a request or job and put back at its end. It belongs to the session and not to the
transaction: `SET LOCAL` outlives a savepoint, and then one test's person could see another's rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

from onward.vocabulary.principals import Principal

_NOBODY = Principal.nobody()
_current: ContextVar[Principal] = ContextVar("principal", default=_NOBODY)


def current() -> Principal:
    """Who acts now."""
    return _current.get()


@contextmanager
def acting_as(principal: Principal) -> Iterator[None]:
    """Act as `principal` within, and as whoever it was before afterwards."""
    before = current()
    _become(principal)
    try:
        yield
    finally:
        _become(before)


def _become(principal: Principal) -> None:
    _current.set(principal)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('onward.principal', %s, false)", [str(principal)])
