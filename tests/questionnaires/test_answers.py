"""Answers as pages take them and as FHIR: each can be made from the other, whatever the form."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.questionnaires import json_text
from onward.questionnaires.answers import Answers, from_fhir, key, meaning, occurrences, place, to_fhir
from onward.questionnaires.definition import MEANING, Item, Questionnaire
from onward.questionnaires.reading import read

Json = dict[str, Any]
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
numbers = st.decimals(-1000, 1000, places=2).map(lambda each: f"{each:f}")
CODES = [
    {"system": "http://a", "code": "x", "display": "X"},
    {"system": "http://b", "code": "x"},
    {"code": "y"},
]
UNIT = {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption"}
KG = {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kilograms"}
VALUE_SET = {
    "resourceType": "ValueSet",
    "id": "v",
    "compose": {
        "include": [{"system": "http://v", "concept": [{"code": "p"}, {"code": "q", "display": "Q"}]}]
    },
}
TEXTS: dict[str, st.SearchStrategy[str]] = {
    "boolean": st.sampled_from(["true", "false"]),
    "decimal": numbers,
    "integer": st.integers(-(2**31), 2**31 - 1).map(str),
    "date": st.sampled_from(["2026", "2026-11", "2026-11-21", "2026-02-30", "21 November"]),
    "dateTime": st.sampled_from(["2026-11-21T09:30:00Z", "2026-11-21"]),
    "time": st.sampled_from(["14:30:00", "25:00:00"]),
    "string": words,
    "text": words,
    "url": st.just("https://example.org/?a=b|c"),
    "choice": st.sampled_from(["x", "http://b|x", "y", "no-such-code"]),
    "open-choice": st.sampled_from(["p", "q"]) | words,
    "attachment": st.sampled_from(["https://example.org/photo.jpg|The stairs | and the rail", "Binary/1"]),
    "reference": st.sampled_from(["Patient/1|Mary", "Patient/1"]),
    "quantity": st.builds(str.__add__, numbers, st.sampled_from(["|kg", "|g", "|cups", ""])),
}


@st.composite
def forms(draw: st.DrawFn) -> Json:
    """Every type of item, with groups that repeat, and items below answers, three deep."""
    link_ids = draw(st.permutations(["a", "b", "c@1", "d@", "e@1.2", "f@x", "g", "h", "i", "j@0", "k", "l"]))

    def item(deep: int) -> Json:
        kind = draw(st.sampled_from(sorted(TEXTS) + ["group"] * 8)) if deep < 3 else "string"
        made: Json = {"linkId": link_ids.pop(), "type": kind, "repeats": draw(st.booleans())}
        if kind == "choice":
            made["answerOption"] = [{"valueCoding": each} for each in CODES]
        if kind == "open-choice":
            made["answerValueSet"] = "#v"
        if kind == "quantity":
            made["extension"] = [{**UNIT, "valueCoding": KG}]
        if link_ids and (kind == "group" or draw(st.integers(0, 3)) == 0):
            made["item"] = [item(deep + 1) for _ in range(draw(st.integers(1, 3))) if link_ids]
        elif kind == "group":
            made["type"] = "string"
        return made

    items = [item(0) for _ in range(3) if link_ids]
    made: Json = {"resourceType": "Questionnaire", "url": "http://x/q", "status": "active", "item": items}
    return {**made, "contained": [VALUE_SET]}


def answered(draw: st.DrawFn, items: tuple[Item, ...], above: tuple[int, ...], found: dict[str, Any]) -> None:
    for item in items:
        if item.asks and draw(st.booleans()):
            most = 3 if item.repeats else 1
            found[key(item.link_id, above)] = tuple(
                draw(st.lists(TEXTS[item.type], min_size=1, max_size=most))
            )
        for number in range(1, draw(st.integers(1, 3)) + 1) if item.numbered else [0]:
            answered(draw, item.items, (*above, number) if number else above, found)


@st.composite
def forms_with_answers(draw: st.DrawFn) -> tuple[Questionnaire, Answers]:
    form = read(draw(forms()))
    found: dict[str, tuple[str, ...]] = {}
    answered(draw, form.items, (), found)
    return form, found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(forms_with_answers())
def test_answers_go_out_as_fhir_are_stored_and_come_back_the_same(
    made: tuple[Questionnaire, Answers],
) -> None:
    form, answers = made
    sent = to_fhir(form, answers, status="in-progress")
    stored = json.loads(json.dumps(sent, cls=json_text.Encoder), cls=json_text.Decoder)
    assert from_fhir(form, stored) == answers
    assert json_text.write(to_fhir(form, from_fhir(form, stored), status="in-progress")) == json_text.write(
        sent
    )


@given(words, st.lists(st.integers(1, 99), max_size=3).map(tuple))
def test_a_key_says_which_item_and_which_occurrence(link_id: str, numbers: tuple[int, ...]) -> None:
    assert place(key(link_id, numbers)) == (link_id, numbers)


def test_keys_are_plain_linkids_where_nothing_repeats() -> None:
    assert [key("who"), key("name", (2,)), key("name", (2, 1))] == ["who", "name@2", "name@2.1"]


def test_a_linkid_that_looks_like_a_key_stays_apart() -> None:
    assert key("who@2") == "who@2@"
    assert place("who@2@") == ("who@2", ())


def form_of(*items: Json) -> Questionnaire:
    return read(
        {"resourceType": "Questionnaire", "url": "http://x/q", "status": "active", "item": list(items)}
    )


HELPERS = form_of(
    {
        "linkId": "helper",
        "type": "group",
        "repeats": True,
        "item": [
            {"linkId": "name", "type": "string", "code": [{"system": MEANING, "code": "helper-name"}]},
            {
                "linkId": "call",
                "type": "group",
                "repeats": True,
                "item": [{"linkId": "day", "type": "string"}],
            },
        ],
    },
    {
        "linkId": "pets",
        "type": "string",
        "repeats": True,
        "item": [{"linkId": "age", "type": "integer"}],
    },
)


def test_occurrences_are_counted_from_what_was_answered() -> None:
    answers = {"name@1": ("Joe",), "day@3.2": ("Monday",)}
    helper, call = HELPERS.item("helper"), HELPERS.item("call")
    assert occurrences(HELPERS, answers, helper) == 3
    assert occurrences(HELPERS, answers, call, (3,)) == 2
    assert occurrences(HELPERS, answers, call, (1,)) == 1
    assert occurrences(HELPERS, {}, helper) == 1


def test_an_occurrence_with_nothing_in_it_keeps_its_number() -> None:
    answers = {"name@1": ("Joe",), "name@3": ("Sue",)}
    sent = to_fhir(HELPERS, answers, status="in-progress")
    assert [len(each.get("item", [])) for each in sent["item"]] == [1, 0, 1]
    assert from_fhir(HELPERS, sent) == answers


def test_what_each_answer_brings_is_numbered_by_the_answer() -> None:
    answers = {"pets": ("Rex", "Tom"), "age@2": ("4",)}
    sent = to_fhir(HELPERS, answers, status="completed")
    assert sent["item"] == [
        {
            "linkId": "pets",
            "answer": [
                {"valueString": "Rex"},
                {"valueString": "Tom", "item": [{"linkId": "age", "answer": [{"valueInteger": 4}]}]},
            ],
        }
    ]
    assert from_fhir(HELPERS, sent) == answers


def test_a_meaning_is_found_in_every_occurrence_in_order() -> None:
    answers = {"name@10": ("Zoe",), "name@2": ("Joe",)}
    assert meaning(HELPERS, answers, "helper-name") == ("Joe", "Zoe")


def test_numbers_beyond_anything_that_is_asked_are_nowhere() -> None:
    assert "item" not in to_fhir(HELPERS, {"name@1000000000": ("Joe",)}, status="in-progress")


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("attachment", {"valueAttachment": {"url": "https://example.org/1", "contentType": "image/png", "size": 3}}),
        ("quantity", {"valueQuantity": {"value": Decimal("1.50"), "system": "http://x", "code": "cup"}}),
        ("reference", {"valueReference": {"identifier": {"value": "9"}}}),
        ("choice", {"valueCoding": {"system": "http://elsewhere", "code": "z"}}),
        ("decimal", {"valueDecimal": Decimal("12.50")}),
    ],
)  # fmt: skip
def test_what_plain_text_cannot_carry_is_not_lost(kind: str, answer: Json) -> None:
    form = form_of(
        {
            "linkId": "q",
            "type": kind,
            **({"answerOption": [{"valueCoding": {"code": "a"}}]} if kind == "choice" else {}),
        }
    )
    sent = {"item": [{"linkId": "q", "answer": [answer]}]}
    again = to_fhir(form, from_fhir(form, sent), status="completed")
    assert json_text.write(again["item"]) == json_text.write(sent["item"])


def test_an_option_is_known_by_its_code_whatever_its_display_says() -> None:
    form = form_of(
        {"linkId": "q", "type": "choice", "answerOption": [{"valueCoding": each} for each in CODES]}
    )
    given = [{"valueCoding": {"system": "http://b", "code": "x", "display": "other words"}}]
    assert from_fhir(form, {"item": [{"linkId": "q", "answer": given}]}) == {"q": ("http://b|x",)}


@pytest.mark.parametrize("typed", ["--5", "5-", "1e3", "٣", "", "1 000", "9" * 200])
def test_what_is_no_number_goes_out_as_it_was_typed(typed: str) -> None:
    form = form_of({"linkId": "q", "type": "integer"})
    assert from_fhir(form, to_fhir(form, {"q": (typed,)}, status="in-progress")) == {"q": (typed,)}
