"""What holds for every form and every set of answers, whatever they are."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.questionnaires import filling, json_text
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.issues import Issue, outcome
from onward.questionnaires.reading import read
from onward.questionnaires.validity import check, check_texts

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
Json = dict[str, Any]
# How long an example takes depends on the machine; how long a check may take is for test_limits.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
CODES = {"system": "s", "code": "x"}, {"system": "s", "code": "y"}
VALUES: dict[str, tuple[str, list[Any]]] = {
    "boolean": ("Boolean", [True, False]),
    "integer": ("Integer", [0, 1, 2]),
    "date": ("Date", ["2024", "2024-02", "2024-02-03"]),
    "string": ("String", ["a", "b"]),
    "choice": ("Coding", list(CODES)),
}


@st.composite
def forms(draw: st.DrawFn) -> Json:
    """Groups and questions with conditions on questions before them."""
    asked: list[tuple[str, str]] = []
    flip: st.SearchStrategy[bool] = st.booleans()

    def item(number: int, deep: int) -> Json:
        group = deep < 2 and draw(st.integers(0, 3)) == 0
        made: Json = {
            "linkId": f"i{number}",
            "type": "group" if group else draw(st.sampled_from(sorted(VALUES))),
        }
        if draw(flip) and asked:
            chosen = draw(st.lists(st.sampled_from(asked), min_size=1, max_size=2))
            made["enableWhen"] = [condition(*each) for each in chosen]
            if len(chosen) > 1:
                made["enableBehavior"] = draw(st.sampled_from(["all", "any"]))
        if group:
            made["item"] = [item(number * 10 + each, deep + 1) for each in range(1, draw(st.integers(2, 4)))]
            return made
        asked.append((made["linkId"], made["type"]))
        made["required"] = draw(flip)
        if made["type"] == "choice":
            made["answerOption"] = [{"valueCoding": each} for each in CODES]
        return made

    def condition(question: str, kind: str) -> Json:
        operators = ["=", "!=", "exists", *([">", "<", ">=", "<="] if kind in ("integer", "date") else [])]
        operator = draw(st.sampled_from(operators))
        if operator == "exists":
            return {"question": question, "operator": operator, "answerBoolean": draw(st.booleans())}
        name, values = VALUES[kind]
        return {"question": question, "operator": operator, f"answer{name}": draw(st.sampled_from(values))}

    items = [item(number, 0) for number in range(1, draw(st.integers(2, 6)))]
    return {"resourceType": "Questionnaire", "url": "http://x/q", "status": "active", "item": items}


def answered(draw: st.DrawFn, items: list[Json]) -> list[Json]:
    given: list[Json] = []
    for item in items:
        if item["type"] == "group":
            below = answered(draw, item["item"])
            given.append({"linkId": item["linkId"], **({"item": below} if below else {})})
        elif draw(st.booleans()):
            kind, values = VALUES[item["type"]]
            given.append(
                {"linkId": item["linkId"], "answer": [{f"value{kind}": draw(st.sampled_from(values))}]}
            )
    return given


@st.composite
def forms_with_answers(draw: st.DrawFn) -> tuple[Json, Json]:
    form = draw(forms())
    items = answered(draw, form["item"])
    response = {"resourceType": "QuestionnaireResponse", "questionnaire": "http://x/q", "status": "completed"}
    return form, {**response, **({"item": items} if items else {})}


def literally(form: Json, response: Json) -> dict[str, bool]:
    """Which items apply, slowly, as the standard says it: from the top, again and again until nothing changes."""
    answers = {
        each["linkId"]: [next(iter(one.values())) for one in each["answer"]] for each in flat(response)
    }
    applies = {each["linkId"]: True for each in everything(form["item"])}
    for _ in range(len(applies) + 1):
        before = dict(applies)
        decide(form["item"], True, applies, answers)
        if applies == before:
            break
    return applies


def decide(items: list[Json], above: bool, applies: dict[str, bool], answers: dict[str, list[Any]]) -> None:
    for item in items:
        met = [holds(each, applies, answers) for each in item.get("enableWhen", ())]
        together: Callable[[list[bool]], bool] = any if item.get("enableBehavior") == "any" else all
        applies[item["linkId"]] = above and (together(met) if met else True)
        decide(item.get("item", []), applies[item["linkId"]], applies, answers)


def holds(condition: Json, applies: dict[str, bool], answers: dict[str, list[Any]]) -> bool:
    there = answers.get(condition["question"], []) if applies[condition["question"]] else []
    wanted = next(value for key, value in condition.items() if key.startswith("answer"))
    operator = condition["operator"]
    if operator == "exists":
        return bool(there) is wanted
    if operator == "!=":
        return not any(each == wanted for each in there)
    if operator == "=":
        return any(each == wanted for each in there)
    return any(compared(each, wanted, operator) for each in there)


def compared(one: Any, other: Any, operator: str) -> bool:
    if isinstance(one, str) and len(one) != len(other):
        shared = min(len(one), len(other))
        if one[:shared] == other[:shared]:
            return False
    order = (one > other) - (one < other)
    return bool({">": order > 0, "<": order < 0, ">=": order >= 0, "<=": order <= 0}[operator])


def flat(response: Json) -> list[Json]:
    return [
        each
        for item in response.get("item", [])
        for each in [*([item] if "answer" in item else []), *flat(item)]
    ]


def everything(items: list[Json]) -> list[Json]:
    return [each for item in items for each in [item, *everything(item.get("item", []))]]


def not_kept(issues: list[Issue]) -> set[str]:
    return {each.link_id for each in issues if each.bad and "not kept" in each.says}


@UNHURRIED
@given(forms_with_answers())
def test_what_applies_is_what_the_standard_says(made: tuple[Json, Json]) -> None:
    form, response = made
    applies = literally(form, response)
    issues = check(form, response, now=NOW)
    parents = {
        below["linkId"]: item["linkId"] for item in everything(form["item"]) for below in item.get("item", [])
    }
    given = {each["linkId"] for each in flat(response)}
    told = not_kept(issues)
    for link_id in given:
        above = {link_id}
        while link_id in parents:
            link_id = parents[link_id]
            above.add(link_id)
        assert bool(above & told) is not all(applies[each] for each in above)


@UNHURRIED
@given(forms_with_answers())
def test_the_next_question_is_the_first_that_the_standard_asks(made: tuple[Json, Json]) -> None:
    form, response = made
    applies = literally(form, response)
    given = {each["linkId"] for each in flat(response)}
    open_questions = [
        each["linkId"]
        for each in everything(form["item"])
        if each["type"] != "group" and applies[each["linkId"]] and each["linkId"] not in given
    ]
    asked = filling.next_question(read(form), response, now=NOW)
    assert (asked.item.link_id if asked else None) == next(iter(open_questions), None)


@UNHURRIED
@given(forms(), st.data())
def test_what_the_engine_fills_in_is_valid(form: Json, data: st.DataObject) -> None:
    """Ask until nothing is left to ask, then send: nothing is wrong with it, and nothing was dropped."""
    questionnaire = read(form)
    response = filling.begin(questionnaire, now=NOW)
    for _ in range(100):
        asked = filling.next_question(questionnaire, response, now=NOW)
        if asked is None:
            break
        kind, values = VALUES[asked.item.type]
        response = answer(
            questionnaire, response, asked.item, {f"value{kind}": data.draw(st.sampled_from(values))}
        )
    sent, _ = filling.completed(questionnaire, response, now=NOW)
    assert [each for each in check(form, sent, now=NOW) if each.bad] == []


def answer(questionnaire: Questionnaire, response: Json, asked: Item, value: Json) -> Json:
    """The response with this answer, in the place that the form has for it."""
    opened = filling.opened(questionnaire, response)
    above = [asked.link_id]
    while above[0] in questionnaire.parents:
        above.insert(0, questionnaire.parents[above[0]])
    element = opened
    for link_id in above[:-1]:
        element = next(each for each in element["item"] if each["linkId"] == link_id)
    around = questionnaire.by_link_id[above[-2]].items if above[:-1] else questionnaire.items
    order = [each.link_id for each in around]
    items = [*element.get("item", []), {"linkId": asked.link_id, "answer": [value]}]
    element["item"] = sorted(items, key=lambda each: order.index(each["linkId"]))
    return opened


@UNHURRIED
@given(forms_with_answers())
def test_json_in_and_out_is_the_same(made: tuple[Json, Json]) -> None:
    form, response = made
    text = [json.dumps(each).encode() for each in made]
    assert outcome(check_texts(*text, now=NOW)) == outcome(check(form, response, now=NOW))
    assert (form, response) == tuple(json_text.read(each, "It")[0] for each in text)


KEYS = [
    "resourceType", "item", "linkId", "type", "answer", "valueString", "valueCoding", "valueQuantity", "enableWhen",
    "question", "operator", "answerInteger", "answerOption", "answerValueSet", "extension", "url", "valueExpression",
    "contained", "entry", "resource", "status", "compose", "include", "initial", "effectivePeriod", "text",
    "_valueDate", "authored", "questionnaire", "enableBehavior", "required", "valueDate", "code", "meta",
]  # fmt: skip
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inside, max_size=5),
    max_leaves=25,
)


@UNHURRIED
@given(anything, anything)
def test_whatever_comes_there_is_an_outcome(form: Any, response: Any) -> None:
    for kind, each in (("Questionnaire", form), ("QuestionnaireResponse", response)):
        if isinstance(each, dict):
            each["resourceType"] = kind
    text = [json.dumps(each).encode() for each in (form, response)]
    assert outcome(check_texts(*text, now=NOW))["issue"]


@UNHURRIED
@given(st.binary(max_size=50), st.binary(max_size=50))
def test_whatever_bytes_come_there_is_an_outcome(form: bytes, response: bytes) -> None:
    assert outcome(check_texts(form, response, now=NOW))["issue"]
