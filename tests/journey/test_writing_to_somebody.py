"""Somebody here writes to whoever asked: they read first exactly what would go and whether it may, and then send it."""

import io
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pypdf import PdfReader

from onward.casework.messages import queries as outbox
from onward.casework.messages.queries import MessageSeen
from onward.gateways.notify.fake.service import FakeNotify
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.vocabulary.messages import State
from tests import world

pytestmark = pytest.mark.django_db

Said = dict[str, tuple[str, ...]]
BY_EMAIL: Said = {"contact-by": ("email",), "email": ("hana@example.org",)}
BY_LETTER: Said = {"contact-by": ("letter",), "address": ("1 Made-up Row\nLarkmoor",)}
NOT_AT_ALL: Said = {"contact-by": ("none",)}
MARY = "Mary Windlebrook\n1 Made-up Row\nLarkmoor\nQQ1 5LR"
RING: dict[str, str] = {"wording": "please-ring-us", "channel": "email", "to": "hana@example.org"}


def of(username: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username=username))
    return client


def address_of(case: UUID) -> str:
    return f"/staff/requests/{world.reference_of(case)}/message/"


def post(case: UUID, who: str = "ada", **sent: Any) -> Any:
    return of(who).post(address_of(case), {**sent, "key": uuid4()})


def written(case: UUID) -> list[MessageSeen]:
    """What somebody here wrote; what was told by itself is not among it."""
    with acting_as(world.staff("ewa")):
        return [each for each in outbox.of_case(case) if each.template != "request-received"]


def test_it_begins_with_the_way_they_chose_and_what_they_gave_for_it(fake: FakeNotify) -> None:
    page = of("ada").get(address_of(world.ask_for_help(safe=BY_EMAIL))).content.decode()
    assert "hana@example.org" in page
    assert 'value="email" checked' in page


def test_what_would_go_is_shown_and_nothing_is_sent_yet(fake: FakeNotify) -> None:
    case = world.ask_for_help(safe=BY_EMAIL)
    page = post(case, **RING).content.decode()
    assert "Please ring us on 01632 960 100" in page
    assert "By what they told us it is safe." in page
    assert written(case) == []


def test_what_is_sent_is_what_was_shown(fake: FakeNotify) -> None:
    case = world.ask_for_help(safe=BY_EMAIL)
    assert post(case, **RING, send="yes").status_code == 302
    (sent,) = written(case)
    assert (sent.to, sent.state) == ("hana@example.org", State.WAITING)
    assert "Please ring us on 01632 960 100" in sent.body


def test_a_call_is_promised_with_its_day_and_time(fake: FakeNotify) -> None:
    case = world.ask_for_help(safe=BY_EMAIL)
    call = {**RING, "wording": "call-back", "day": "Tuesday 24 November", "time": "between 10 and 11"}
    assert "Write the day" in post(case, **{**call, "day": ""}).content.decode()
    post(case, **call, send="yes")
    assert "We will ring you on Tuesday 24 November, between 10 and 11." in written(case)[0].body


@pytest.mark.parametrize(
    ("said", "because"),
    [
        (NOT_AT_ALL, "They asked us not to contact them"),
        (BY_LETTER, "They asked to be reached in another way"),
        ({"contact-by": ("phone",), "phone": ("07700 900 001",), "message": ("no",)}, "in another way"),
    ],
)
def test_what_may_not_go_is_said_before_and_does_not_go(fake: FakeNotify, said: Said, because: str) -> None:
    case = world.ask_for_help(safe=said)
    page = post(case, **RING, send="yes").content.decode()
    assert because in page
    assert 'name="send"' not in page
    assert written(case) == []


def test_what_has_to_be_looked_at_is_written_and_held(fake: FakeNotify) -> None:
    case = world.ask_for_help(safe={**BY_EMAIL, "safe-words": ("He reads my phone.",)})
    page = post(case, **RING).content.decode()
    assert "He reads my phone." in page
    assert "Write it, to be looked at" in page
    post(case, **RING, send="yes")
    assert [each.state for each in written(case)] == [State.HELD]


def test_somebody_who_asks_for_it_now_gets_it_in_the_way_they_name(fake: FakeNotify) -> None:
    case = world.ask_for_help(safe=BY_LETTER)
    post(case, **RING, asked_now="yes", send="yes")
    assert [each.state for each in written(case)] == [State.WAITING]


def test_a_letter_is_seen_as_it_would_be_posted() -> None:
    case = world.ask_for_help(safe=BY_LETTER)
    letter = {**RING, "channel": "letter", "to": MARY}
    made = of("ada").post(f"{address_of(case)}letter.pdf", letter)
    text = PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    assert "Please ring Larkmoor Council" in text
    assert "Mary Windlebrook" in text
    assert written(case) == []
    post(case, **letter, send="yes")
    assert [each.state for each in written(case)] == [State.TO_PRINT]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"wording": ""}, "Choose what to write"),
        ({"wording": "save-and-return"}, "Choose what to write"),
        ({"wording": "decision-made"}, "Choose what to write"),
        ({"channel": ""}, "Choose a way"),
        ({"to": "nobody"}, "This cannot be an address for it"),
        ({"to": "nobody", "send": "yes"}, "Check the email address"),
    ],
)
def test_what_is_to_be_put_right_is_said_and_what_was_typed_stays(
    fake: FakeNotify, changed: dict[str, str], says: str
) -> None:
    case = world.ask_for_help(safe=BY_EMAIL)
    page = post(case, **{**RING, "to": "hana@example.org", **changed}).content.decode()
    assert says in page
    assert changed.get("to", "hana@example.org") in page
    assert written(case) == []


def test_a_decision_that_may_be_told_can_be_written_again(fake: FakeNotify) -> None:
    case = world.ask_for_help(safe=BY_LETTER)
    world.decide(case, reason="You manage well.")
    page = post(case, wording="decision-made", channel="letter", to=MARY).content.decode()
    assert "You manage well." in page


def test_the_requests_page_says_what_was_sent_and_what_is_held(fake: FakeNotify) -> None:
    case = world.ask_for_help(safe={**BY_EMAIL, "safe-words": ("He reads my phone.",)})
    page = of("ada").get(f"/staff/requests/{world.reference_of(case)}/").content.decode()
    assert "We have your request" in page
    assert "They wrote something about how to reach them safely" in page
    assert "He reads my phone." in page


def test_pressing_twice_writes_once(fake: FakeNotify) -> None:
    case, client, key = world.ask_for_help(safe=BY_EMAIL), of("ada"), uuid4()
    for _press in range(2):
        client.post(address_of(case), {**RING, "send": "yes", "key": key})
    assert len(written(case)) == 1


@pytest.mark.parametrize("who", ["olu", "carol"])
def test_nobody_else_writes_to_them(fake: FakeNotify, who: str) -> None:
    case = world.ask_for_help(safe=BY_EMAIL)
    assert post(case, who, **RING, send="yes").status_code in (403, 404)
    assert written(case) == []
