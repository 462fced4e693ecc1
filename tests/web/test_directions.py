"""“Go to” on paper leads past what certainly does not apply, and past nothing else."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.numbering import numbers
from onward.questionnaires.reading import read
from onward.questionnaires.validity import applying
from onward.web.questions.paper.directions import directions, options

Json = dict[str, Any]
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
YES, NO = {"answerBoolean": True}, {"answerBoolean": False}
AFTER_YES, OTHER = {"question": "a", **YES}, {"question": "z", **YES}


def form_of(*items: Json) -> Questionnaire:
    page = {"linkId": "p", "type": "group", "text": "Page", "item": list(items)}
    return read({"resourceType": "Questionnaire", "url": "http://x/q", "status": "active", "item": [page]})


def asks(link_id: str, *when: Json, kind: str = "boolean", behaviour: str = "all", **more: Any) -> Json:
    if when:
        more["enableWhen"] = [{"operator": "=", **each} for each in when]
    if len(when) > 1:
        more["enableBehavior"] = behaviour
    return {"linkId": link_id, "type": kind, **more}


def then(form: Questionnaire, link_id: str = "a") -> dict[str, str | None]:
    found = directions(form, numbers(form), form.item(link_id))
    return {code: each.item.link_id if each.item else None for code, each in found.items()}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((asks("a"), asks("b")), {}),
        ((asks("a"), asks("b", {"question": "a", **YES}), asks("c")), {"false": "c"}),
        ((asks("a"), asks("b", {"question": "a", **NO}), asks("c")), {"true": "c"}),
        ((asks("a"), asks("b", {"question": "a", **YES})), {"false": None}),
        ((asks("a"), asks("b", {"question": "a", "operator": "!=", **YES}), asks("c")), {"true": "c"}),
        ((asks("a"), asks("b", AFTER_YES), asks("c", {"question": "b", **YES}), asks("d")), {"false": "d"}),
        ((asks("z"), asks("a"), asks("b", AFTER_YES, OTHER), asks("c")), {"false": "c"}),
        ((asks("z"), asks("a"), asks("b", AFTER_YES, OTHER, behaviour="any"), asks("c")), {}),
        ((asks("a"), asks("b", {"question": "a", "operator": "exists", **YES}), asks("c")), {}),
        ((asks("a"), asks("b", {"question": "a", "operator": "exists", **NO}), asks("c")), {"true": "c", "false": "c"}),
        ((asks("a"), asks("g", {"question": "a", **YES}, kind="group", item=[asks("x")]), asks("c")), {"false": "c"}),
    ],
)  # fmt: skip
def test_where_an_answer_leads(items: tuple[Json, ...], expected: dict[str, str | None]) -> None:
    assert then(form_of(*items)) == expected


@st.composite
def forms_with_conditions(draw: st.DrawFn) -> Questionnaire:
    """Yes or no, many times, each perhaps asked only for answers before."""
    items = []
    for number in range(draw(st.integers(2, 7))):
        before = [f"q{each}" for each in range(number)]
        chosen = draw(st.lists(st.sampled_from(before), max_size=2)) if before else []
        when = [
            {
                "question": each,
                "operator": draw(st.sampled_from(["=", "!="])),
                "answerBoolean": draw(st.booleans()),
            }
            for each in chosen
        ]
        items.append(asks(f"q{number}", *when, behaviour=draw(st.sampled_from(["all", "any"]))))
    return form_of(*items)


@UNHURRIED
@given(forms_with_conditions(), st.data())
def test_nothing_that_applies_is_led_past(form: Questionnaire, data: st.DataObject) -> None:
    asked = [each for each in form.walk() if each.asks]
    answers = {each.link_id: (data.draw(st.sampled_from(["true", "false"])),) for each in asked}
    applies = applying(form, answers)
    for at, question in enumerate(asked):
        found = directions(form, numbers(form), question)
        assert set(found) <= set(options(question))
        if question.link_id in applies and (direction := found.get(answers[question.link_id][0])):
            end = asked.index(direction.item) if direction.item else len(asked)
            assert not {each.link_id for each in asked[at + 1 : end]} & applies
