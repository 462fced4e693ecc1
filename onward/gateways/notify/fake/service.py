"""What the service has taken, and what it answers to a request. It can be told to be in trouble."""

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer
from notifications_python_client.errors import TokenError

from onward.gateways.notify.client import Account
from onward.gateways.notify.fake import letters
from onward.gateways.notify.fake.answers import Answer, error, trouble
from onward.gateways.notify.fake.judging import becomes, wrong
from onward.policy.messages import fill

_TO = {"email": "email_address", "sms": "phone_number"}
_ASKED = {"email": {"subject": "((subject))", "body": "((body))"}, "sms": {"body": "((body))"}}
_LONGEST_TEXT = 918  # the real service's own limit
_PAGE = 250
_NO_TEMPLATE = "00000000-0000-0000-0000-000000000000"  # of letters that came as a PDF


def _id() -> str:
    return str(uuid4())


@dataclass
class FakeNotify:
    """One account of a service. `trouble` is the status that every request gets, None where all is well;
    `loses_answers`: it takes messages, and breaks off before it has said so; `letters`: whether the account may send
    letters, as PDFs by the id of each in `pdfs`."""

    service: str = field(default_factory=_id)
    secret: str = field(default_factory=_id)
    templates: dict[str, str] = field(default_factory=lambda: {"email": _id(), "sms": _id()})
    notifications: list[dict[str, Any]] = field(default_factory=list)
    letters: bool = True
    pdfs: dict[str, bytes] = field(default_factory=dict)
    requests: int = 0
    trouble: int | None = None
    loses_answers: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def account(self, address: str) -> Account:
        """The account with which the service at `address` is asked."""
        key = f"local-{self.service}-{self.secret}"
        return Account(address, key, self.templates["email"], self.templates["sms"], self.letters)

    def answer(self, method: str, target: str, token: str | None, body: bytes) -> Answer | None:
        """What a request gets; None where the connection breaks off instead."""
        with self._lock:
            self.requests += 1
            if self.trouble:
                return trouble(self.trouble)
            answer = self._let_in(token) or self._route(method, target, body)
            return None if self.loses_answers and answer.status == 201 else answer

    def _let_in(self, token: str | None) -> Answer | None:
        if not token:
            return error(401, "AuthError", "Unauthorized: authentication token must be provided")
        try:
            if get_token_issuer(token) != self.service:
                return error(403, "AuthError", "Invalid token: service not found")
            decode_jwt_token(token, self.secret)
        except TokenError:
            return trouble(403)
        return None

    def _route(self, method: str, target: str, body: bytes) -> Answer:
        address = urlsplit(target)
        match (method, address.path.strip("/").split("/")):
            case ("POST", ["v2", "notifications", ("email" | "sms") as channel]):
                return self._take(channel, json.loads(body))
            case ("POST", ["v2", "notifications", "letter"]):
                return self._take_letter(json.loads(body))
            case ("GET", ["v2", "notifications", which, "pdf"]):
                return self._pdf(which)
            case ("GET", ["v2", "notifications", which]):
                found = next((each for each in self.notifications if each["id"] == which), None)
                return Answer(200, found) if found else error(404, "NoResultFound", "No result found")
            case ("GET", ["v2", "notifications"]):
                return self._list(parse_qs(address.query).get("reference", [""])[0])
        return error(404, "NotFound", "The requested URL was not found on the server.")

    def _take(self, channel: str, asked: dict[str, Any]) -> Answer:
        to, given = str(asked.get(_TO[channel], "")), asked.get("personalisation", {})
        if fault := wrong(channel, to):
            return error(400, "ValidationError", fault)
        if asked.get("template_id") != self.templates[channel]:
            return error(400, "BadRequestError", "Template not found")
        if missing := [name for name in _ASKED[channel] if name not in given]:
            return error(400, "BadRequestError", f"Missing personalisation: {', '.join(missing)}")
        said = {part: fill(text, given) for part, text in _ASKED[channel].items()}
        if channel == "sms" and len(said["body"]) > _LONGEST_TEXT:
            return error(
                400, "BadRequestError", f"Text messages cannot be longer than {_LONGEST_TEXT} characters."
            )
        number = self._keep(channel, {_TO[channel]: to, **said}, becomes(to), asked.get("reference"))
        return Answer(201, self._taken(number, channel, said, asked.get("reference")))

    def _take_letter(self, asked: dict[str, Any]) -> Answer:
        if not self.letters:
            return error(400, "BadRequestError", "Service is not allowed to send letters")
        pdf = letters.pdf_in(asked)
        if isinstance(pdf, Answer):
            return pdf
        number = self._keep("letter", letters.SAID, letters.becomes(pdf), asked["reference"])
        self.pdfs[number] = pdf
        return Answer(201, {"id": number, "reference": asked["reference"], "postage": letters.POSTAGE})

    def _pdf(self, which: str) -> Answer:
        if which in self.pdfs:
            return Answer(200, self.pdfs[which])
        if any(each["id"] == which for each in self.notifications):
            return error(400, "BadRequestError", "Notification is not a letter")
        return error(404, "NoResultFound", "No result found")

    def _keep(self, channel: str, told: dict[str, str], status: str, reference: str | None) -> str:
        """Write down what was taken; gives its id."""
        number, template = _id(), self.templates.get(channel, _NO_TEMPLATE)
        now = datetime.now(UTC).isoformat()
        self.notifications.append(
            {
                "id": number,
                "reference": reference,
                "type": channel,
                **dict.fromkeys(_TO.values()),
                "status": status,
                "template": {"id": template, "version": 1, "uri": f"/v2/template/{template}"},
                "subject": None,
                **told,
                "created_at": now,
                "sent_at": now,
                "completed_at": now,
                "scheduled_for": None,
            }
        )
        return number

    def _taken(
        self, number: str, channel: str, said: dict[str, str], reference: str | None
    ) -> dict[str, Any]:
        template = self.templates[channel]
        sender = {"from_email": "council@example.org"} if channel == "email" else {"from_number": "COUNCIL"}
        return {
            "id": number,
            "reference": reference,
            "content": {**said, **sender},
            "uri": f"/v2/notifications/{number}",
            "template": {"id": template, "version": 1, "uri": f"/v2/template/{template}"},
            "scheduled_for": None,
        }

    def _list(self, reference: str) -> Answer:
        newest = [
            each for each in reversed(self.notifications) if not reference or each["reference"] == reference
        ]
        return Answer(200, {"notifications": newest[:_PAGE], "links": {"current": "/v2/notifications"}})
