"""What is typed into a field is taken as people write it; what cannot be read comes back as it was typed."""

import pytest
from django.http import QueryDict

from onward.questionnaires.reading import read
from onward.web.questions import entries, fields
from onward.web.questions.building import questions
from onward.web.questions.question import Box
from tests.web.forms import UNITS, Json


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12", "12"), ("007", "7"), ("0", "0"), ("£1,200.50", "1200.50"), ("1 200", "1200"), ("-3", "-3"),
        (".5", "0.5"), ("5.", "5"), ("12,5", "12,5"), ("a few", "a few"), ("-", "-"), (".", "."), ("٣", "٣"),
    ],
)  # fmt: skip
def test_a_number(typed: str, read: str) -> None:
    assert entries.number(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:30", "14:30:00"), ("14.30", "14:30:00"), ("9:05", "09:05:00"), ("2.30pm", "14:30:00"),
        ("2 pm", "14:00:00"), ("12am", "00:00:00"), ("12pm", "12:00:00"), ("14:30:15", "14:30:15"),
        ("23:59", "23:59:00"), ("24:00", "24:00"), ("12:60", "12:60"), ("13pm", "13pm"), ("0am", "0am"),
        ("14", "14"), ("noon", "noon"),
    ],
)  # fmt: skip
def test_a_time(typed: str, read: str) -> None:
    assert entries.time(typed) == read


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("q-day=2&q-month=3&q-year=2026&q-time=14:30", "2026-03-02T14:30:00+00:00"),
        ("q-day=2&q-month=7&q-year=2026&q-time=2.30pm", "2026-07-02T14:30:00+01:00"),
        ("q-day=2&q-month=7&q-year=2026&q-time=", "2026-07-02"),
        ("q-day=31&q-month=2&q-year=2026&q-time=14:30", "2026-02-31T14:30"),
        ("q-day=&q-month=&q-year=&q-time=late", "--Tlate"),
    ],
)
def test_a_date_with_a_time_is_of_this_place(sent: str, read: str) -> None:
    assert _read(sent, {"type": "dateTime"}) == (read,)
    (box,) = _boxes(sent, {"type": "dateTime"})
    typed = QueryDict(sent)
    assert box.day == (typed["q-day"] and typed["q-day"].rjust(2, "0"))
    assert bool(box.time) == bool(typed["q-time"])


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("q=12.5&q-unit=kg", ("12.5|kg",)),
        ("q=&q-unit=kg", ()),
        ("q=heavy&q-unit=g", ("heavy|g",)),
        ("q=1|2&q-unit=g", ("1 2|g",)),
    ],
)
def test_a_quantity_has_the_unit_that_was_chosen(sent: str, read: tuple[str, ...]) -> None:
    units = [
        {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding": each}
        for each in UNITS
    ]
    assert _read(sent, {"type": "quantity", "extension": units}) == read


def test_a_quantity_without_units_of_the_form_keeps_what_was_typed_of_either() -> None:
    assert _read("q=&q-unit=cups", {"type": "quantity"}) == ("|cups",)
    assert _read("q=3&q-unit=", {"type": "quantity"}) == ("3",)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("q=a&q-own=", ("a",)),
        ("q=%20else&q-own=A+llama", ("A llama",)),
        ("q-own=A+llama", ("A llama",)),
        ("q=a&q-own=A+llama", ("a",)),
        ("q=%20else&q-own=", ()),
    ],
)
def test_something_else_is_kept_where_it_was_chosen(sent: str, read: tuple[str, ...]) -> None:
    options = [{"valueCoding": {"code": "a", "display": "A cat"}}]
    assert _read(sent, {"type": "open-choice", "answerOption": options}) == read


def test_an_attachment_keeps_its_name_and_an_address_with_a_bar() -> None:
    assert _read("q=https://example.org/a|b&q-title=Letter", {"type": "attachment"}) == (
        "https://example.org/a%7Cb|Letter",
    )
    assert _read("q=&q-title=Letter", {"type": "attachment"}) == ("|Letter",)


def test_several_answers_to_one_question_are_in_the_order_of_their_boxes() -> None:
    item = {"type": "date", "repeats": True}
    sent = "q-day=1&q-month=2&q-year=2026&q-day=&q-month=&q-year=&q-day=3&q-month=4&q-year=2026"
    assert _read(sent, item) == ("2026-02-01", "2026-04-03")


def test_hidden_and_worked_out_answers_are_taken_from_no_form() -> None:
    hidden = {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": True}
    asked = [
        {"linkId": "q", "type": "string", "readOnly": True},
        {"linkId": "h", "type": "string", "extension": [hidden]},
        {"linkId": "r", "type": "string"},
    ]
    form = read({**FORM, "item": [{"linkId": "p", "type": "group", "item": asked}]})
    sent = fields.sent(form.items, QueryDict("q=forged&h=forged&r=mine"))
    assert sent.answers == {"r": ("mine",)}
    stored = {"q": ("worked out",), "h": ("set",), "r": ("before",)}
    assert fields.merged(form.items, stored, sent.answers) == {**stored, "r": ("mine",)}


def test_what_was_written_below_a_choice_goes_with_what_is_chosen() -> None:
    options = [{"valueCoding": {"code": each}} for each in "ab"]
    below = [{"linkId": "why", "type": "string"}]
    item = {"linkId": "q", "type": "choice", "repeats": True, "answerOption": options, "item": below}
    form = read({**FORM, "item": [item]})

    def answers(sent: str) -> dict[str, tuple[str, ...]]:
        return fields.sent(form.items, QueryDict(sent)).answers

    assert answers("q-count=1&why@1=Mine") == {"why@1": ("Mine",)}
    assert answers("q=b&q-count=1&why@1=Mine") == {"q": ("b",), "why@1": ("Mine",)}
    both = "q-was=a&q-was=b&q-count=2&why@1=Of+a&why@2=Of+b"
    assert answers(f"q=b&{both}") == {"q": ("b",), "why@1": ("Of b",)}
    assert answers(f"q=a&q=b&{both}") == {"q": ("a", "b"), "why@1": ("Of a",), "why@2": ("Of b",)}


FORM: Json = {"resourceType": "Questionnaire", "url": "http://x/q", "status": "active"}


def _read(sent: str, item: Json) -> tuple[str, ...]:
    form = read({**FORM, "item": [{"linkId": "q", "text": "Q", **item}]})
    return fields.sent(form.items, QueryDict(sent)).answers.get("q", ())


def _boxes(sent: str, item: Json) -> tuple[Box, ...]:
    form = read({**FORM, "item": [{"linkId": "q", "text": "Q", **item}]})
    answers = fields.sent(form.items, QueryDict(sent)).answers
    return questions(form, form.items[0], answers)[0].boxes
