"""When a service is open: read from words and from schedules, or said not to be known."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.directory.models import Schedule
from onward.directory.opening import Span, Times, open_at, open_on, times_of, week

MONDAY = date(2026, 11, 23)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def told(text: str) -> str | None:
    """The week as it was understood: `Mon 0900-1700; …`, one day after another."""
    read = week(text)
    if read is None:
        return None
    return "; ".join(
        f"{NAMES[day]} {','.join(f'{span.opens:%H%M}-{span.closes:%H%M}' for span in read[day])}".strip()
        for day in sorted(read)
    )


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Monday, 10am to 12 noon", "Mon 1000-1200"),
        ("Tuesdays 2 - 4.30pm", "Tue 1400-1630"),
        ("Tuesday 9-5pm", "Tue 0900-1700"),
        ("Tuesday 10-11.30am", "Tue 1000-1130"),
        ("Tues 11am - 2pm, Fri 11.30am -1.30pm", "Tue 1100-1400; Fri 1130-1330"),
        ("Mon and Wed: 09:00-12:30,13:00-16:30", "Mon 0900-1230,1300-1630; Wed 0900-1230,1300-1630"),
        ("Fri to Sun 10am-2pm", "Fri 1000-1400; Sat 1000-1400; Sun 1000-1400"),
        ("Weekends 9am to 5pm; Mon closed", "Mon; Sat 0900-1700; Sun 0900-1700"),
        ("Friday 10pm to 2am", "Fri 2200-0200"),
        ("Monday 12 noon to midnight", "Mon 1200-0000"),
        ("Monday 9am-5pm except bank holidays", "Mon 0900-1700"),
    ],
)  # fmt: skip
def test_plain_hours_are_read(text: str, means: str) -> None:
    assert told(text) == means


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wednesdays",
        "9am to 5pm",
        "10-12 Mondays",
        "Mon-Fri 9-5",
        "Tuesday 2.00-4.00",
        "First Tuesday of the month, 2pm to 4pm",
        "Tuesday 2pm to 4pm, term time only",
        "Every day except Tuesday, 9am to 5pm",
        "Monday to Thursdays, 9-5pm for calls; 10am-2pm for food",
        "Monday 9am to 5pm, closed 12 to 1pm",
        "Monday 13pm to 14pm",
        "to Friday 9am to 5pm",
        "by appointment",
    ],
)
def test_what_is_not_said_for_certain_is_not_known(text: str) -> None:
    assert told(text) is None


@given(st.text(alphabet="mon tuefridy 0123456789apm-:;,tocls", max_size=40))
def test_anything_may_be_written(text: str) -> None:
    week(text)


@given(
    st.lists(st.sampled_from(range(7)), min_size=1, max_size=7, unique=True),
    st.tuples(st.integers(7, 12), st.integers(13, 23)),
)
def test_what_is_written_plainly_comes_back(days: list[int], hours: tuple[int, int]) -> None:
    read = week(f"{', '.join(NAMES[day] for day in days)} {hours[0]:02}:00-{hours[1]}:30")
    assert read == dict.fromkeys(days, (Span(time(hours[0]), time(hours[1], 30)),))


def at(text: str, moment: str, *holidays: date) -> bool | None:
    return open_at(times_of(text, [Schedule(description=text)]), datetime.fromisoformat(moment), holidays)


@pytest.mark.parametrize(
    ("text", "moment", "opened"),
    [
        ("Monday 9am to 5pm", "2026-11-23T08:59", False),
        ("Monday 9am to 5pm", "2026-11-23T09:00", True),
        ("Monday 9am to 5pm", "2026-11-23T16:59", True),
        ("Monday 9am to 5pm", "2026-11-23T17:00", False),
        ("Monday 9am to 5pm", "2026-11-24T12:00", False),
        ("Friday 10pm to 2am", "2026-11-28T01:59", True),
        ("Friday 10pm to 2am", "2026-11-28T02:00", False),
        ("24 hours", "2026-11-23T03:00", True),
        ("ring us", "2026-11-23T12:00", None),
        ("", "2026-11-23T12:00", None),
    ],
)
def test_open_now(text: str, moment: str, opened: bool | None) -> None:
    assert at(text, moment) is opened


def test_on_a_bank_holiday_it_is_not_known() -> None:
    assert at("Monday 9am to 5pm", "2026-11-23T12:00", MONDAY) is None
    assert open_on(times_of("Monday 9am to 5pm", []), MONDAY, (MONDAY,)) is None


def by_rule(day: str, **said: object) -> bool | None:
    row = Schedule(opens_at=time(10), closes_at=time(12), **said)
    return open_on(times_of("", [row]), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("said", "day", "opened"),
    [
        ({"freq": "WEEKLY", "byday": "MO,TH"}, "2026-11-26", True),
        ({"freq": "WEEKLY", "byday": "MO,TH"}, "2026-11-25", False),
        ({"byday": "Monday"}, "2026-11-23", True),
        ({"freq": "MONTHLY", "byday": "1MO"}, "2026-12-07", True),
        ({"freq": "MONTHLY", "byday": "1MO"}, "2026-12-14", False),
        ({"freq": "MONTHLY", "byday": "-1FR"}, "2026-11-27", True),
        ({"freq": "MONTHLY", "bymonthday": "15"}, "2026-12-15", True),
        ({"freq": "MONTHLY", "bymonthday": "15"}, "2026-12-16", False),
        ({"freq": "WEEKLY", "interval": 2, "byday": "MO", "dtstart": date(2026, 11, 9)}, "2026-11-23", True),
        ({"freq": "WEEKLY", "interval": 2, "byday": "MO", "dtstart": date(2026, 11, 16)}, "2026-11-23", False),
        ({"freq": "WEEKLY", "interval": 2, "byday": "MO"}, "2026-11-23", None),
        ({"byday": "MO", "valid_to": date(2026, 11, 22)}, "2026-11-23", False),
        ({"byday": "MO", "valid_to": date(2026, 11, 23)}, "2026-11-23", True),
        ({"byday": "MO", "valid_from": date(2026, 11, 24)}, "2026-11-23", False),
        ({"freq": "HOURGLASS", "byday": "MO"}, "2026-11-23", None),
    ],
)  # fmt: skip
def test_schedules_are_read_as_the_standard_writes_them(
    said: dict[str, object], day: str, opened: bool | None
) -> None:
    assert by_rule(day, **said) is opened


def test_what_an_editor_says_goes_before_the_schedules() -> None:
    row = Schedule(byday="MO", opens_at=time(10), closes_at=time(12))
    assert open_on(times_of("Monday 10:00 to 12:00", [row]), MONDAY) is True
    assert open_on(times_of("Tuesday 10am to 12 noon", [row]), MONDAY) is False


def test_one_that_is_open_is_open_whatever_another_leaves_out() -> None:
    known, unknown = times_of("Monday 9am to 5pm", []), times_of("ring us", [])
    both = Times((*known.sayings, *unknown.sayings))
    assert open_on(both, MONDAY) is True
    assert open_on(both, date(2026, 11, 24)) is None
