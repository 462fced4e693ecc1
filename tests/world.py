"""The made-up council that every test may rely on, and short ways to say what tests say often."""

import json
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from onward.casework.answering import queries as answering
from onward.casework.answering.forms import FIRST_CONTACT
from onward.config.demonstration import people as demonstrated
from onward.config.demonstration.staff import hire
from onward.directory.fictional import write_fictional_area
from onward.directory.loading import bring_in
from onward.journey.contact import actions, queries, whose
from onward.journey.contact.choosing import Chosen, set_urgency
from onward.journey.contact.seen import Request
from onward.policy.councils import council
from onward.questionnaires.answers import Answers
from onward.records.principal import acting_as
from onward.records.staffing import number_of
from onward.vocabulary.contact import Grounds, Outcome, Wish
from onward.vocabulary.principals import Principal
from onward.vocabulary.screening import Urgency

LONG_AGO = date(2020, 1, 1)


def furnish() -> None:
    """The teams and staff of the demonstration, and the made-up directory."""
    hire(LONG_AGO)
    with tempfile.TemporaryDirectory() as folder:
        write_fictional_area(Path(folder), seed=1)
        bring_in(Path(folder), on=date(2026, 11, 21))


def staff(username: str) -> Principal:
    return Principal.staff(number_of(username))


COUNCIL = council("larkmoor")
TODAY = date(2026, 11, 20)  # a Friday
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
MARYS_ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "about": {"who": ("me",)},
    "help": {"needs": ("lonely",), "words": ("Nobody comes since the club closed.",)},
    "me": {
        "me-given": ("Mary",),
        "me-family": ("Windlebrook",),
        "me-born": ("1943-02-03",),
        "me-postcode": ("QQ1 5LR",),
    },
    "safe": {"contact-by": ("phone",), "phone": ("01632 960 001",), "message": ("no",)},
}


def begin(case: UUID | None = None, wish: Wish = Wish.ADVICE) -> UUID:
    """A resident begins a request; gives its case."""
    case = case or uuid4()
    with acting_as(Principal.resident(case)):
        return actions.begin(
            case=case, wish=wish, council=COUNCIL, key=case, by=Principal.resident(case), on=TODAY
        )


def answer(case: UUID, pages: dict[str, dict[str, tuple[str, ...]]]) -> None:
    """Its resident answers some pages."""
    resident = Principal.resident(case)
    with acting_as(resident):
        for page, given in pages.items():
            demonstrated.answer(case=case, page=page, given=given, council=COUNCIL, by=resident, on=TODAY)


def answers_of(case: UUID, name: str = FIRST_CONTACT) -> Answers:
    """What its resident has answered so far."""
    with acting_as(Principal.resident(case)):
        found = answering.filling(case, name)
    return found.answers if found else {}


def send(case: UUID, key: UUID | None = None) -> UUID:
    """Its resident sends it."""
    resident = Principal.resident(case)
    with acting_as(resident):
        return actions.send(
            case=case,
            council=COUNCIL,
            holidays=(),
            key=key or uuid4(),
            by=resident,
            on=TODAY,
            at=NOON,
        )


def ask_for_help(wish: Wish = Wish.ADVICE, **changed: dict[str, tuple[str, ...]]) -> UUID:
    """A whole request as Mary makes it, some pages answered otherwise; gives its case."""
    case = begin(wish=wish)
    answer(case, {**MARYS_ANSWERS, **changed})
    return send(case)


def reference_of(case: UUID, by: str = "ada") -> str:
    with acting_as(staff(by)):
        return queries.reference_of(case)


def request_of(case: UUID, by: str = "ada") -> Request:
    """The request as somebody of the staff reads it."""
    with acting_as(staff(by)):
        asked = queries.request(queries.reference_of(case))
    assert asked
    return asked


def match_new(case: UUID, by: str = "ada") -> UUID:
    """An adviser makes the person of a request; gives the person."""
    asked = request_of(case, by)
    said = asked.said
    with acting_as(staff(by)):
        return actions.match_new(
            case=case,
            given_name=said.given_name,
            family_name=said.family_name,
            born_on=said.born_on,
            postcode=said.postcode,
            version=asked.version,
            key=uuid4(),
            by=staff(by),
            on=TODAY,
        )


def unmatch(case: UUID, by: str = "ada") -> None:
    """An adviser takes back whose the request is."""
    with acting_as(staff(by)):
        whose.unmatch(case=case, version=request_of(case, by).version, by=staff(by), on=TODAY)


def decide(
    case: UUID,
    outcome: Outcome | None = Outcome.ADVICE,
    *,
    by: str = "ada",
    grounds: frozenset[Grounds] = frozenset({Grounds.NO_APPEARANCE_OF_NEED}),
    reason: str = "You manage well.",
    services: tuple[str, ...] = (),
    passed_to: str = "",
    version: int | None = None,
    key: UUID | None = None,
    chosen: Chosen | None = None,
) -> UUID:
    """An adviser decides; gives the decision."""
    asked = request_of(case, by)
    with acting_as(staff(by)):
        return actions.decide(
            case=case,
            outcome=outcome,
            grounds=grounds,
            passed_to=passed_to,
            reason=reason,
            services=services,
            chosen=chosen,
            version=asked.version if version is None else version,
            key=key or uuid4(),
            by=staff(by),
            on=TODAY,
        )


def say_urgency(
    case: UUID, urgency: Urgency, because: str = "", *, by: str = "ada", version: int | None = None
) -> UUID:
    """An adviser says how urgent a waiting request is; gives its case."""
    asked = request_of(case)
    with acting_as(staff(by)):
        return set_urgency(
            case=case,
            urgency=urgency,
            because=because,
            version=asked.version if version is None else version,
            key=uuid4(),
            by=staff(by),
            on=TODAY,
        )


def question(case: UUID, words: str = "That is not what I said.", key: UUID | None = None) -> UUID:
    """The resident says that the decision is wrong."""
    resident = Principal.resident(case)
    with acting_as(resident):
        return actions.question(case=case, words=words, key=key or uuid4(), by=resident, on=TODAY)


def as_json(value: object) -> str:
    return json.dumps(value, default=str)
