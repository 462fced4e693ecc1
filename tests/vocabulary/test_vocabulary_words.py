"""References, postcodes, names and dates, as people write them."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.vocabulary import references
from onward.vocabulary.contact import MOVES, State, Step, move
from onward.vocabulary.dates import age, months_later, working_days_after
from onward.vocabulary.events import ContactDecided, ContactMatched, ResponseTyped
from onward.vocabulary.names import key
from onward.vocabulary.postcodes import tidy
from onward.vocabulary.principals import Principal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("M33 2RP", "M33 2RP"),
        (" m332rp ", "M33 2RP"),
        ("m33-2rp", "M33 2RP"),
        ("SW1A1AA", "SW1A 1AA"),
        ("M1 1AA", "M1 1AA"),
        ("M33 2R", None),
        ("M33", None),
        ("", None),
        ("no fixed home", None),
        ("M33 2RPP", None),
        ("М33 2RP", None),  # a Cyrillic М
    ],
)
def test_a_postcode_is_kept_in_one_way_or_is_none(typed: str, kept: str | None) -> None:
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [("O'Brien ", "o’brien"), ("Müller", "MULLER"), ("Anne-Marie", "anne marie"), ("Łukasz", "łukasz")],
)
def test_two_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_other_alphabets_have_keys_too() -> None:
    assert key("محمد") and key("李") and key("Ольга") != key("Анна")


@given(st.text(references.ALPHABET, min_size=8, max_size=8))
def test_a_reference_read_out_and_typed_again_is_the_same(letters: str) -> None:
    given_out = references.grouped(letters)
    mistyped = given_out.lower().replace("-", " ").replace("1", "l").replace("0", "o")
    assert references.tidy(mistyped) == given_out


def test_an_event_refuses_words_about_people() -> None:
    with pytest.raises(ValueError, match="page"):
        ResponseTyped(case=uuid4(), questionnaire="first-contact", page="Mary fell on the stairs").details()


def test_an_event_holds_ids_and_codes() -> None:
    person = uuid4()
    assert ContactMatched(case=uuid4(), person=person, newly_made=True).details() == {
        "person": str(person),
        "newly_made": True,
    }
    decided = ContactDecided(case=uuid4(), outcome="advice", grounds=(), services=2)
    assert decided.details()["services"] == 2


def test_a_principal_is_written_without_a_name() -> None:
    assert str(Principal.staff(3)) == "staff:3"
    assert str(Principal.nobody()) == ""
    assert str(Principal.job("remind")) == "job:remind"


def test_the_table_of_moves_has_one_row_for_a_step_from_a_state() -> None:
    assert len({(each.step, each.start) for each in MOVES}) == len(MOVES)
    assert move(Step.DECIDE, State.DECIDED) is None
    assert move(Step.SEND, State.DRAFT) is not None


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        working_days_after(date(2026, 11, 21), -1, ())


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2008, 11, 22), date(2026, 11, 21), 17),
        (date(2008, 11, 21), date(2026, 11, 21), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 11, 21), date(2026, 11, 21), 0),
    ],
)
def test_an_age_is_in_whole_years_lived(born: date, on: date, years: int) -> None:
    assert age(born, on) == years


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_so_many_months_later_is_the_same_day_or_the_last_of_its_month(
    day: date, months: int, later: date
) -> None:
    assert months_later(day, months) == later
