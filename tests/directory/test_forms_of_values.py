"""Dates, times, numbers and areas in the forms in which feeds write them."""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.directory.numbers import digits, number_in
from onward.directory.oruk.coverage import holds
from onward.directory.oruk.given import Given, day_of, time_of


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-11-22T09:30:00Z", date(2026, 11, 22)),
        ("22/11/2026", date(2026, 11, 22)),
        ("22.11.2026", date(2026, 11, 22)),
        ("22 November 2026", date(2026, 11, 22)),
        ("22 Nov 2026", date(2026, 11, 22)),
        ("03/04/2026", date(2026, 4, 3)),
        ("2026-11-31", None),
        ("soon", None),
    ],
)
def test_dates_are_read_in_the_forms_in_which_feeds_write_them(said: str, day: date | None) -> None:
    assert day_of(said) == day


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("14:30", time(14, 30)),
        ("14:30:00", time(14, 30)),
        ("2.30pm", time(14, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("24:00", time(0)),
        ("25:00", None),
        ("10:61", None),
        ("noon", None),
    ],
)
def test_times_are_read_in_the_forms_in_which_feeds_write_them(said: str, at: time | None) -> None:
    assert time_of(said) == at


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("01632 960001", "01632 960001"),
        ("Ring Joan on 01632 960001 after six", "01632 960001"),
        ("+44 (0)1632 960 001", "+44 (0)1632 960 001"),
        ("0203 289 6420 Ext 303", "0203 289 6420 Ext 303"),
        ("999", "999"),
        ("see the website", ""),
        ("", ""),
    ],
)
def test_a_number_is_read_without_the_words_around_it(said: str, number: str) -> None:
    assert number_in(said) == number


def test_two_ways_to_write_a_number_are_one() -> None:
    assert (
        digits("+44 (0)1632 960 001") == digits("0044 1632 960001") == digits("01632-960001") == "01632960001"
    )


@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda few: st.lists(few, max_size=3))
)
def test_whatever_a_field_holds_reading_it_does_not_break(value: object) -> None:
    read = Given({"x": value}, [])
    for each in (read.text, read.link, read.number, read.whole, read.day, read.time, read.uuid, read.object):
        each("x")
    list(read.items("x"))


@given(st.text(max_size=60))
def test_whatever_an_extent_holds_reading_it_does_not_break(extent: str) -> None:
    assert holds(extent, 54.0, -2.0) is None


def test_a_hole_in_an_area_is_outside_it() -> None:
    def square(size: float) -> list[list[float]]:
        return [[-size, -size], [size, -size], [size, size], [-size, size], [-size, -size]]

    shape = json.dumps({"type": "Polygon", "coordinates": [square(3), square(1)]})
    assert [holds(shape, 0, east) for east in (0, 2, 4)] == [False, True, False]
