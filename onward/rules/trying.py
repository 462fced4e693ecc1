"""When to try again to hand a message over to a service that is in trouble.

Soon at first, for most troubles are short; then less and less often, for more than a day, so that one that is down from
an evening to the next loses nothing. Our own choice; no law or standard sets it.
"""

from datetime import timedelta

VERSION = "1"

_MINUTES = (1, 2, 5, 10, 20, 40, 80, 120, 180, 240, 300, 360, 420)


def pause(tries: int) -> timedelta | None:
    """How long to wait after the try of this number (the first is 1); None where it was the last."""
    return timedelta(minutes=_MINUTES[tries - 1]) if tries <= len(_MINUTES) else None
