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
from onward.gateways.notify.fake.answers import Answer, error, trouble
from onward.gateways.notify.fake.judging import becomes, wrong
from onward.policy.messages import fill

_TO = {"email": "email_address", "sms": "phone_number"}
_ASKED = {"email": {"subject": "((subject))", "body": "((body))"}, "sms": {"body": "((body))"}}
_LONGEST_TEXT = 918  # the real service's own limit
_PAGE = 250


def _id() -> str:
    return str(uuid4())


@dataclass
class FakeNotify:
    """One account of a service. `trouble` is the status that every request gets, None where all is well;
    `loses_answers`: it takes messages, and breaks off before it has said so."""

    service: str = field(default_factory=_id)
    secret: str = field(default_factory=_id)
    templates: dict[str, str] = field(default_factory=lambda: {"email": _id(), "sms": _id()})
    notifications: list[dict[str, Any]] = field(default_factory=list)
    requests: int = 0
    trouble: int | None = None
    loses_answers: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def account(self, address: str) -> Account:
        """The account with which the service at `address` is asked."""
        key = f"local-{self.service}-{self.secret}"
        return Account(address, key, self.templates["email"], self.templates["sms"])

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
        return self._keep(channel, to, said, asked.get("reference"))

    def _keep(self, channel: str, to: str, said: dict[str, str], reference: str | None) -> Answer:
        number, template = _id(), self.templates[channel]
        now = datetime.now(UTC).isoformat()
        self.notifications.append(
            {
                "id": number,
                "reference": reference,
                "type": channel,
                **dict.fromkeys(_TO.values()),
                _TO[channel]: to,
                "status": becomes(to),
                "template": {"id": template, "version": 1, "uri": f"/v2/template/{template}"},
                "subject": None,
                **said,
                "created_at": now,
                "sent_at": now,
                "completed_at": now,
                "scheduled_for": None,
            }
        )
        sender = {"from_email": "council@example.org"} if channel == "email" else {"from_number": "COUNCIL"}
        return Answer(
            201,
            {
                "id": number,
                "reference": reference,
                "content": {**said, **sender},
                "uri": f"/v2/notifications/{number}",
                "template": {"id": template, "version": 1, "uri": f"/v2/template/{template}"},
                "scheduled_for": None,
            },
        )

    def _list(self, reference: str) -> Answer:
        newest = [
            each for each in reversed(self.notifications) if not reference or each["reference"] == reference
        ]
        return Answer(200, {"notifications": newest[:_PAGE], "links": {"current": "/v2/notifications"}})
