"""What a form says beside its questions: hints, help, reasons, easy read, pictograms, codes and numbers."""

from typing import Any

from onward.questionnaires.definition import MEANING, PICTURE, Questionnaire
from onward.questionnaires.numbering import numbers
from onward.questionnaires.reading import read

Json = dict[str, Any]
CORE = "http://hl7.org/fhir/StructureDefinition/questionnaire-"
CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
OWN_CONTROLS = "https://onward.example/codes/item-control"
EASY = "https://onward.example/extensions/easy-read"
OUTCOME = "https://onward.example/codes/eligibility-outcome"


def form(*items: Json, **more: Any) -> Questionnaire:
    return read(
        {
            "resourceType": "Questionnaire",
            "url": "http://x/q",
            "status": "active",
            "item": list(items),
            **more,
        }
    )


def display(link_id: str, text: str, extension: str, system: str, code: str) -> Json:
    value = {"coding": [{"system": system, "code": code}]}
    return {
        "linkId": link_id,
        "type": "display",
        "text": text,
        "extension": [{"url": f"{CORE}{extension}", "valueCodeableConcept": value}],
    }


WASH = form(
    {
        "linkId": "wash",
        "type": "choice",
        "text": "Is it hard to wash?",
        "extension": [{"url": EASY, "valueString": "Can you wash?"}],
        "code": [
            {"system": PICTURE, "code": "shower"},
            {"system": OUTCOME, "code": "hygiene"},
            {"system": OUTCOME, "code": "clothing"},
            {"system": MEANING, "code": "hard-to-wash"},
        ],
        "answerOption": [
            {"valueString": "Yes, very", "extension": [{"url": EASY, "valueString": "Yes"}]},
            {"valueString": "No"},
        ],
        "item": [
            display(
                "h", "Think of a bad day.", "displayCategory", CONTROLS, "instructions"
            ),
            display("m", "More about washing.", "itemControl", CONTROLS, "help"),
            display("f", "Bath or shower.", "itemControl", CONTROLS, "flyover"),
            display("y", "It tells us what help you need.", "itemControl", OWN_CONTROLS, "why"),
            {"linkId": "d", "type": "display", "text": "Said below it."},
            {"linkId": "how", "type": "string", "text": "How?"},
        ],
    }
).items[0]  # fmt: skip


def test_a_question_comes_with_a_hint_with_help_and_with_why_it_is_asked() -> None:
    assert WASH.hint == "Think of a bad day."
    assert WASH.help == "More about washing. Bath or shower."
    assert WASH.why == "It tells us what help you need."
    assert [each.link_id for each in WASH.items] == ["d", "how"]


def test_easy_read_falls_back_to_the_text() -> None:
    assert (WASH.easy, WASH.items[1].easy) == ("Can you wash?", "How?")
    assert [each.easy for each in WASH.options] == ["Yes", "No"]


def test_codes_say_what_an_answer_means_and_which_pictogram_stands_beside_it() -> None:
    assert (WASH.meaning, WASH.picture) == ("hard-to-wash", "shower")
    assert WASH.codes_in(OUTCOME) == ("hygiene", "clothing")
    assert (WASH.items[1].meaning, WASH.items[1].picture, WASH.items[1].codes) == ("", "", ())


def test_pages_and_their_questions_are_numbered_but_for_what_is_hidden_or_displayed() -> None:
    hidden = {"extension": [{"url": f"{CORE}hidden", "valueBoolean": True}]}
    question = {"type": "string"}
    made = form(
        {"linkId": "p0", "type": "group", "item": [{"linkId": "q0", **question}], **hidden},
        {"linkId": "p1", "type": "group", "item": [{"linkId": "q1", **question}]},
        {
            "linkId": "p2",
            "type": "group",
            "item": [
                {"linkId": "d", "type": "display", "text": "Words"},
                {"linkId": "q2", "type": "group", "item": [{"linkId": "q3", **question}]},
                {"linkId": "h", **question, **hidden},
                {"linkId": "q4", "prefix": "7b)", **question, "item": [{"linkId": "q5", **question}]},
            ],
        },
    )
    expected = {"p1": "1", "q1": "1.1", "p2": "2", "q2": "2.1", "q3": "2.1.1", "q4": "7b)", "q5": "7b.1"}
    assert numbers(made) == expected


def test_what_can_be_chosen_comes_from_the_options_or_from_a_value_set_in_the_form() -> None:
    concepts = [{"code": "b", "display": "Bath"}, {"code": "a"}]
    value_set = {
        "resourceType": "ValueSet",
        "id": "v",
        "compose": {"include": [{"system": "http://s", "concept": concepts}]},
    }
    made = form({"linkId": "q", "type": "choice", "answerValueSet": "#v"}, contained=[value_set])
    assert [(each.code, each.text) for each in made.items[0].choices] == [("b", "Bath"), ("a", "a")]
    assert WASH.choices == WASH.options
