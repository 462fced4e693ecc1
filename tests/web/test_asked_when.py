"""When a question is asked is said in words, also where an expression decides it."""

from onward.questionnaires.numbering import numbers
from onward.questionnaires.reading import read
from onward.web.questions.conditions import asked_when

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"


def said(**more: str) -> str:
    expression = {"language": "text/fhirpath", "expression": "true", **more}
    form = read(
        {
            "resourceType": "Questionnaire",
            "status": "active",
            "url": "http://x/q",
            "item": [
                {
                    "linkId": "p",
                    "type": "group",
                    "text": "More",
                    "extension": [{"url": SDC, "valueExpression": expression}],
                    "item": [{"linkId": "q", "type": "string", "text": "What?"}],
                }
            ],
        }
    )
    return asked_when(form, numbers(form), form.items[0])


def test_a_form_says_in_its_own_words_when_an_expression_asks_for_a_part() -> None:
    assert said(description="something in “Food” does not go well") == "something in “Food” does not go well"


def test_where_the_form_does_not_say_it_the_page_says_what_it_can() -> None:
    assert said() == "other answers ask for it"
