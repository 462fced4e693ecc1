"""GOV.UK Notify through its own Python client.

Our words are rendered by us. Notify has two templates that hold nothing but what we fill in: the email's are
`((subject))` and `((body))`, the text's is `((body))`. A letter is a PDF of ours (a precompiled letter).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeVar
from uuid import UUID

from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from onward.gateways.notify.service import Permanent, Receipt, Taken, Temporary, Trouble
from onward.vocabulary.messages import Channel, Problem

T = TypeVar("T")
TIMEOUT = 10  # seconds; a job waits, and nobody else

FORGOTTEN = 404  # the service keeps messages for some days only

RECEIPTS = {
    "delivered": Receipt.ARRIVED,
    "permanent-failure": Receipt.NO_SUCH_ADDRESS,
    "temporary-failure": Receipt.NOT_REACHED,
    "technical-failure": Receipt.TROUBLE,
    # Of letters: printed and posted; what they end as where they are not.
    "received": Receipt.ARRIVED,
    "cancelled": Receipt.TROUBLE,
    "validation-failed": Receipt.TROUBLE,
    "virus-scan-failed": Receipt.TROUBLE,
}
CHANNELS = {"email": Channel.EMAIL, "sms": Channel.TEXT, "letter": Channel.LETTER}

# Whoever runs the account mends these within the day, or they mend themselves.
_NOT_SET_UP = (
    "Template not found",
    "Missing personalisation",
    "Service is not allowed to send letters",
    "PDF not available yet",
)


@dataclass(frozen=True)
class Account:
    """The council's account: where the service is, the key, the ids of the two templates, and whether it may send
    letters."""

    address: str
    key: str
    email_template: str
    text_template: str
    letters: bool = False


@contextmanager
def connected(account: Account) -> Iterator["GovUkNotify"]:
    """The service within; its connections are closed at the end."""
    client = NotificationsAPIClient(account.key, base_url=account.address, timeout=TIMEOUT)
    try:
        yield GovUkNotify(client, account)
    finally:
        client.request_session.close()


class GovUkNotify:
    """The protocol `Notify` for one account."""

    def __init__(self, client: NotificationsAPIClient, account: Account) -> None:
        self._client, self._account = client, account

    def send_email(self, *, to: str, subject: str, body: str, reference: UUID) -> str:
        sent = _asked(
            lambda: self._client.send_email_notification(
                email_address=to,
                template_id=self._account.email_template,
                personalisation={"subject": subject, "body": body},
                reference=str(reference),
            )
        )
        return str(sent["id"])

    def send_text(self, *, to: str, body: str, reference: UUID) -> str:
        sent = _asked(
            lambda: self._client.send_sms_notification(
                phone_number=to,
                template_id=self._account.text_template,
                personalisation={"body": body},
                reference=str(reference),
            )
        )
        return str(sent["id"])

    def send_letter(self, *, pdf: bytes, reference: UUID) -> str:
        sent = _asked(
            lambda: self._client.send_precompiled_letter_notification(
                reference=str(reference), pdf_file=BytesIO(pdf)
            )
        )
        return str(sent["id"])

    def letter(self, id: str) -> bytes:  # noqa: A002 (the service's word)
        return bytes(_asked(lambda: self._client.get_pdf_for_letter(id)).read())

    def find(self, reference: UUID) -> str | None:
        found = _asked(lambda: self._client.get_all_notifications(reference=str(reference)))["notifications"]
        return str(found[0]["id"]) if found else None

    def receipt(self, id: str) -> Receipt:  # noqa: A002 (the service's word)
        try:
            return _receipt(self._client.get_notification_by_id(id))
        except APIError as problem:
            if problem.status_code == FORGOTTEN:
                return Receipt.ON_ITS_WAY
            raise _trouble(problem) from None

    def taken(self) -> list[Taken]:
        return [_taken(each) for each in _asked(self._client.get_all_notifications)["notifications"]]


def _asked(ask: Callable[[], Any]) -> Any:
    """What the service answers; its errors as ours, without its words."""
    try:
        return ask()
    except APIError as problem:
        raise _trouble(problem) from None


def _trouble(problem: APIError) -> Trouble:
    match problem.status_code:
        case 400:
            return _bad_request(problem.message)
        case 401 | 403:
            return Temporary(Problem.NOT_LET_IN)
        case 429:
            return Temporary(Problem.TOO_MANY)
    return Temporary(Problem.DOWN)


def _bad_request(said: object) -> Trouble:
    """A wrong address stays wrong; a missing template is mended by whoever runs the account, within the day."""
    errors = [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []
    words = " ".join(str(each.get("message", "")) for each in errors)
    if words.startswith(("email_address ", "phone_number ")):
        return Permanent(Problem.BAD_ADDRESS)
    if words.startswith(_NOT_SET_UP):
        return Temporary(Problem.NOT_SET_UP)
    return Permanent(Problem.REFUSED)


def _receipt(notification: dict[str, Any]) -> Receipt:
    return RECEIPTS.get(notification["status"], Receipt.ON_ITS_WAY)


def _taken(notification: dict[str, Any]) -> Taken:
    return Taken(
        id=notification["id"],
        channel=CHANNELS[notification["type"]],
        reference=notification["reference"] or "",
        to=notification["email_address"] or notification["phone_number"] or "",
        subject=notification["subject"] or "",
        body=notification["body"] or "",
        receipt=_receipt(notification),
    )
