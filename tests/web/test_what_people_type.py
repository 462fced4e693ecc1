"""What people type is kept as they wrote it; nothing of it reaches a log."""

import logging

import pytest
from django.http import QueryDict

from onward.policy.questionnaires import questionnaire
from onward.web.logs import NoPersonalData
from onward.web.questions.building import questions
from onward.web.questions.fields import given
from onward.web.typed import field, fields, tidy

FORM = questionnaire("first-contact")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mary  ", "Mary"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("‏مرحبا‏", "‏مرحبا‏"),
        ("👩‍👩‍👧 👍🏽", "👩‍👩‍👧 👍🏽"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\ud800 lone", "lone"),
        ("क्षि ไทย 李", "क्षि ไทย 李"),
        ("   \n\t ", ""),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🫩 ۝", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🫩 ۝"),
    ],
)
def test_text_is_kept_without_what_nobody_can_see(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


def test_a_field_that_was_not_sent_is_empty() -> None:
    data = QueryDict("a=1&a=&a=2")
    assert field(data, "b") == ""
    assert fields(data, "a") == ("1", "2")


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("me-born-day=3&me-born-month=2&me-born-year=1943", "1943-02-03"),
        ("me-born-day=03&me-born-month=02&me-born-year=1943", "1943-02-03"),
        ("me-born-day=31&me-born-month=2&me-born-year=2024", "2024-02-31"),
        ("me-born-day=3&me-born-month=2&me-born-year=43", "43-2-3"),
        ("me-born-day=3", "--3"),
        ("me-born-day=third&me-born-month=Feb&me-born-year=1943", "1943-Feb-third"),
        ("me-born-day=٣&me-born-month=2&me-born-year=1943", "1943-2-٣"),
    ],
)
def test_a_date_in_three_parts_is_read_and_shown_again_as_typed(sent: str, read: str) -> None:
    page = FORM.item("me")
    answers = given(page, QueryDict(sent))
    assert answers["me-born"] == (read,)
    (box,) = {each.key: each for each in questions(FORM, page, answers)}["me-born"].boxes
    assert box.day.lstrip("0") in sent


def test_a_date_left_empty_is_no_answer() -> None:
    assert "me-born" not in given(FORM.item("me"), QueryDict("me-born-day=&me-born-month=&me-born-year="))


def test_a_question_that_one_option_brings_stands_within_it() -> None:
    by, *_others, words = questions(FORM, FORM.item("safe"), {"wish": ("advice",)})
    assert [each.key for each in by.choices[0].within] == ["phone", "message"]
    assert words.item.link_id == "safe-words"


def test_a_log_line_loses_query_strings_and_the_values_of_an_exception() -> None:
    try:
        raise ValueError("Mary Windlebrook, 3 February 1943")
    except ValueError as problem:
        told = (type(problem), problem, problem.__traceback__)
    line = logging.LogRecord(
        "x", logging.ERROR, "f", 1, "GET %s", ("/services/?words=lonely&postcode=M33",), told
    )
    assert NoPersonalData().filter(line)
    written = logging.Formatter().format(line)
    assert "lonely" not in written
    assert "Mary" not in written
    assert "ValueError at" in written
