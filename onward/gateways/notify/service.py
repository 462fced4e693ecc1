"""What we ask of a service that sends messages, and what can go wrong with it.

Source: GOV.UK Notify's REST API, version 2 (docs.notifications.service.gov.uk/rest-api.html).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from onward.vocabulary.messages import Channel, Problem


class Receipt(StrEnum):
    """What became of a message that the service took."""

    ON_ITS_WAY = "on_its_way"
    ARRIVED = "arrived"
    NO_SUCH_ADDRESS = "no_such_address"
    NOT_REACHED = "not_reached"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class Taken:
    """A message as the service has it. `to`, `subject` and `body` are as it was given them; a text has no subject, and
    of a letter all that it was given is the PDF, which is asked for by its id."""

    id: str
    channel: Channel
    reference: str
    to: str
    subject: str
    body: str
    receipt: Receipt


class Trouble(Exception):
    """The service did not take a message. It says no more than the code: words of the service may hold an address."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class Temporary(Trouble):
    """Worth trying again."""


class Permanent(Trouble):
    """It will never be taken as it is."""


class Notify(Protocol):
    """One service, for one job at a time. Everything may raise Temporary; sending may raise Permanent too."""

    def send_email(self, *, to: str, subject: str, body: str, reference: UUID) -> str:
        """Hand over an email; gives its id there."""

    def send_text(self, *, to: str, body: str, reference: UUID) -> str:
        """Hand over a text; gives its id there."""

    def send_letter(self, *, pdf: bytes, reference: UUID) -> str:
        """Hand over a letter, its address in the window of its first page; gives its id there."""

    def letter(self, id: str) -> bytes:  # noqa: A002 (the service's word)
        """The letter with this id as it was taken, a PDF. Temporary where it is not ready yet."""

    def find(self, reference: UUID) -> str | None:
        """The id of the message that was handed over with this reference, or None where there is none."""

    def receipt(self, id: str) -> Receipt:  # noqa: A002 (the service's word)
        """What became of a message; on its way where the service does not know it any more."""

    def taken(self) -> list[Taken]:
        """The newest messages that it has, the newest first."""
