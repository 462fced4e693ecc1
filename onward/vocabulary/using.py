"""What becomes of services that were shown to somebody: codes of the directory's learning from use."""

from enum import StrEnum


class Where(StrEnum):
    """On which list a service stood."""

    REQUEST = "request"  # found for a request: shown to who sent it, and to whoever decides it


class Became(StrEnum):
    """What became of a service that was shown."""

    SENT = "sent"
    ACCEPTED = "accepted"
    ATTENDED = "attended"
    RATED = "rated"


class Rater(StrEnum):
    """Who says so."""

    WORKER = "worker"
    PERSON = "person"
    SERVICE = "service"


LOWEST, HIGHEST = 0, 3  # of a rating: not at all, and very well
