"""What a service's own words say of ages, room and cost: believed where it is plain, and no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.directory.saying import ages, free, room
from onward.ranking.model import Room


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a club for people over 65", (65, None)),
        ("for the over 50s", (50, None)),
        ("open to anybody aged 60+", (60, None)),
        ("60 and over", (60, None)),
        ("women over 18 who", (18, None)),
        ("young people aged 11 to 25", (11, 25)),
        ("young people (11-25 years)", (11, 25)),
        ("18-25 year olds", (18, 25)),
        ("under 5s", (None, 5)),
        ("under the age of 19", (None, 19)),
        ("children aged 5 to 11 and adults", (5, None)),
        ("toddlers under 5 and people over 60", (None, None)),
        ("social groups, including over 60s", (None, None)),
        ("the society was formed over 50 years ago", (None, None)),
        ("training for over 400 individuals", (None, None)),
        ("over 30 years of experience", (None, None)),
        ("over 20 members meet from 10 to 12", (None, None)),
        ("for everyone", (None, None)),
    ],
)
def test_ages(text: str, said: tuple[int | None, int | None]) -> None:
    assert ages(text) == said


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("full", "", ("full", False)),
        ("No places", "", ("full", False)),
        ("0", "", ("full", False)),
        ("closed to new referrals", "", ("full", False)),
        ("waiting_list", "", ("waiting", False)),
        ("room", "", ("room", False)),
        ("3", "", ("room", False)),
        ("active", "", ("", False)),
        ("closed", "", ("", True)),
        ("Permanently closed", "", ("", True)),
        ("", "This group is now closed", ("", True)),
        ("", "Currently non-active", ("", True)),
        ("", "The class is currently full", ("full", False)),
        ("", "A full day of activities, a full kitchen and full time staff", ("", False)),
        ("", "There is a waiting list", ("waiting", False)),
        ("", "Closed on Mondays", ("", False)),
    ],
)
def test_room(column: str, text: str, said: tuple[Room, bool]) -> None:
    assert room(column, text) == said


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("free", "", True),
        ("Free, but donations are welcome", "", True),
        ("£0.00", "", True),
        ("0", "", True),
        ("£3.50", "", False),
        ("membership fee", "", False),
        ("ask", "", None),
        ("", "£2 per session", False),
        ("", "a course, price £30", False),
        ("", "free of charge", True),
        ("", "free from drugs", None),
        ("", "", None),
    ],
)
def test_cost(column: str, text: str, said: bool | None) -> None:
    assert free(column, text) is said


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_read(column: str, text: str) -> None:
    low, high = ages(text)
    assert low is None or high is None or low <= high
    room(column, text)
    free(column, text)
