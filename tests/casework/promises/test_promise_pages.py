"""Promises on the pages of staff: whom to ring and how it is safe, what is late, and doing something about each."""

from datetime import date, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from onward.records.models import Staff
from onward.vocabulary.promises import Kind, State
from tests import world
from tests.casework.promises.promised import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    asks_for_a_call,
    days_on,
    make,
    morning,
    noon,
    promise_of,
    standing_of,
)

pytestmark = pytest.mark.django_db
LIST = "/staff/promises/"


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is Monday, the day on which calls asked for on Friday are due."""
    set_day(monkeypatch, MONDAY)


def set_day(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    moment: datetime = noon(day)
    monkeypatch.setattr(timezone, "localdate", lambda *_: day)
    monkeypatch.setattr(timezone, "now", lambda: moment)


def of(username: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username=username))
    return client


def shown(client: Client, path: str = LIST) -> str:
    page = client.get(path)
    assert page.status_code == 200
    return page.content.decode()


def send(client: Client, row: object, what: str, **fields: str) -> tuple[int, str]:
    seen = row
    answer = client.post(
        f"{LIST}{seen.id}/{what}/",  # type: ignore[attr-defined]
        {"version": seen.version, "key": str(uuid4()), **fields},  # type: ignore[attr-defined]
    )
    return answer.status_code, answer.content.decode()


def test_with_nothing_promised_it_says_so(today: None) -> None:
    assert "Nothing is promised for the coming week" in shown(of("ada"))


def test_a_call_stands_with_number_time_and_what_is_safe(today: None) -> None:
    asks_for_a_call()
    page = shown(of("ada"))
    assert "To ring, in this order" in page
    assert "01632 960 001" in page
    assert "Do not leave a message" in page
    assert "Best in the morning" in page
    assert "I left a message" not in page


def test_where_a_message_is_safe_it_may_be_left(today: None) -> None:
    asks_for_a_call(**{"ring-message": ("yes",)})
    page = shown(of("ada"))
    assert "A message is safe" in page
    assert "I left a message" in page


def test_a_call_is_recorded_with_one_press(today: None) -> None:
    case = asks_for_a_call()
    assert send(of("ada"), promise_of(case), "call", ended="no_answer")[0] == 302
    page = shown(of("ada"))
    assert "Tried 1 time, last 23 November 2026, 12:00pm: No answer." in page
    assert send(of("ada"), promise_of(case), "call", ended="reached")[0] == 302
    assert promise_of(case).state == State.KEPT
    assert "To ring" not in shown(of("ada"))


def test_what_is_late_due_and_coming_each_has_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    case = world.ask_for_help()
    make(case, Kind.VISIT, WEDNESDAY)
    make(case, Kind.VISIT, THURSDAY)
    set_day(monkeypatch, WEDNESDAY)
    morning(WEDNESDAY)
    page = shown(of("ada"))
    places = [page.index(each) for each in ("Broken, still to do", "Due today", "In the coming week")]
    assert places == sorted(places)
    assert "With the team" in page


def test_mine_are_those_that_i_took(today: None) -> None:
    case = asks_for_a_call()
    assert "To ring" not in shown(of("ada"), f"{LIST}?whose=mine")
    send(of("ada"), promise_of(case), "take")
    assert "To ring" in shown(of("ada"), f"{LIST}?whose=mine")
    assert "To ring" not in shown(of("ewa"), f"{LIST}?whose=mine")


def test_it_is_moved_where_they_agreed(today: None) -> None:
    case = asks_for_a_call()
    told = {
        "due_on": "24/11/2026",
        "start": "9:30",
        "until": "11",
        "agreed_by": "person",
        "agreed_how": "telephone",
    }
    assert send(of("ada"), promise_of(case), "move", **told)[0] == 302
    (now,) = standing_of(case)
    assert (now.due_on, str(now.due_start), str(now.due_until)) == (TUESDAY, "09:30:00", "11:00:00")
    assert "Moved, as they agreed" in shown(of("ada"), f"/staff/requests/{world.reference_of(case)}/")


@pytest.mark.parametrize(
    ("what", "fields", "says"),
    [
        ("move", {"due_on": "24/11/2026"}, "Choose who agreed"),
        (
            "move",
            {"due_on": "soon", "agreed_by": "person", "agreed_how": "telephone"},
            "Write the day as day",
        ),
        (
            "move",
            {"due_on": "20/11/2026", "agreed_by": "person", "agreed_how": "telephone"},
            "That time is over already",
        ),
        ("let-go", {"reason": ""}, "Say why they no longer need it"),
        ("call", {"ended": "left_message"}, "safe to leave a message"),
        ("call", {"ended": "shouting"}, "was not understood"),
    ],
)
def test_what_cannot_be_done_is_said_and_what_was_typed_stays(
    today: None, what: str, fields: dict[str, str], says: str
) -> None:
    row = promise_of(asks_for_a_call())
    status, page = send(of("ada"), row, what, **fields)
    assert status == 422
    assert says in page
    assert fields.get("due_on", "") in page


def test_two_who_act_on_the_same_page_the_second_is_told(today: None) -> None:
    row = promise_of(asks_for_a_call())
    send(of("ada"), row, "take")
    assert send(of("ewa"), row, "take")[0] == 422


def test_something_is_promised_by_hand(today: None) -> None:
    case = world.ask_for_help()
    path = f"{LIST}new/{case}/"
    assert "Promise something" in shown(of("ada"), path)
    answer = of("ada").post(path, {"kind": "visit", "due_on": "26/11/2026", "key": str(uuid4())})
    assert answer.status_code == 302
    assert [(each.kind, each.due_on) for each in standing_of(case) if each.kind == "visit"] == [
        ("visit", THURSDAY)
    ]
    wrong = of("ada").post(path, {"due_on": "26/11/2026", "key": str(uuid4())})
    assert wrong.status_code == 422
    assert "Choose what you promise" in wrong.content.decode()


def test_another_team_finds_nothing_and_a_provider_is_refused(today: None) -> None:
    case = asks_for_a_call()
    row = promise_of(case)
    assert "Nothing is promised" in shown(of("olu"))
    for path in (f"{LIST}{row.id}/", f"{LIST}new/{case}/"):
        assert of("olu").get(path).status_code == 404
        assert of("carol").get(path).status_code == 403
    assert send(of("olu"), row, "call", ended="reached")[0] == 404
    assert send(of("carol"), row, "call", ended="reached")[0] == 403


def test_the_page_asks_the_database_as_often_for_many_as_for_few(today: None) -> None:
    ada, counts = of("ada"), []
    asks_for_a_call()
    make(world.ask_for_help(), Kind.VISIT, MONDAY)
    for _few_and_many in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            shown(ada)
        counts.append(len(asked))
        case = world.ask_for_help()
        for number in range(195):
            make(case, Kind.VISIT, days_on(MONDAY, number % 5))
        for _each in range(5):
            asks_for_a_call()
    assert counts[0] == counts[1]


def test_on_friday_nothing_is_due_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    set_day(monkeypatch, FRIDAY)
    asks_for_a_call()
    page = shown(of("ada"))
    assert "To ring, in this order" not in page
    assert "In the coming week" in page
