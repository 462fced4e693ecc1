"""An answer of the interface, and its errors in Notify's shape."""

from dataclasses import dataclass
from typing import Any

_USUAL = {
    403: ("AuthError", "Invalid token: signature, api token not found"),
    429: ("RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
    500: ("Exception", "Internal server error"),
}


@dataclass(frozen=True)
class Answer:
    """What is answered: JSON, or the bytes of a PDF."""

    status: int
    content: dict[str, Any] | bytes


def error(status: int, kind: str, message: str) -> Answer:
    """One error."""
    return Answer(status, {"status_code": status, "errors": [{"error": kind, "message": message}]})


def trouble(status: int) -> Answer:
    """The service itself is in trouble, or will not hear us."""
    return error(status, *_USUAL.get(status, _USUAL[500]))
