"""Forms and answers of every shape: groups and questions that repeat, items below answers, conditions of every kind."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]
GRAMS = {"system": "http://unitsofmeasure.org", "code": "g"}
KILOS = {"system": "http://unitsofmeasure.org", "code": "kg"}
# Of each type: which value[x] answers it, some answers, and as which answer[x] a condition has them.
TYPES: dict[str, tuple[str, list[Any], str]] = {
    "boolean": ("Boolean", [True, False], "Boolean"),
    "integer": ("Integer", [0, 1, 2], "Integer"),
    "decimal": ("Decimal", [Decimal("0.5"), Decimal("1.50"), 2], "Decimal"),
    "date": ("Date", ["2024", "2024-02", "2024-02-03", "2025"], "Date"),
    "dateTime": ("DateTime", ["2024-02-03T09:00:00Z", "2024-02-03T10:00:00Z"], "DateTime"),
    "time": ("Time", ["09:00:00", "10:00:00"], "Time"),
    "string": ("String", ["a", "b"], "String"),
    "text": ("String", ["a", "b"], "String"),
    "url": ("Uri", ["http://a", "http://b"], "String"),
    "choice": ("Coding", [{"system": "s", "code": "x"}, {"system": "t", "code": "x"}, {"code": "y"}], "Coding"),
    "open-choice": ("Coding", [{"system": "s", "code": "x"}, {"code": "y"}], "Coding"),
    "quantity": ("Quantity", [{"value": 1000, **GRAMS}, {"value": 1, **KILOS}, {"value": 2, **KILOS}], "Quantity"),
    "reference": ("Reference", [{"reference": "Patient/1"}, {"reference": "Patient/2"}], "Reference"),
    "attachment": ("Attachment", [{"url": "http://a"}], ""),
}  # fmt: skip
ORDERED = {"integer", "decimal", "date", "dateTime", "time", "quantity", "string", "text"}
HIDDEN = {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": True}
CALCULATED = {
    "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
    "valueExpression": {"language": "text/fhirpath", "expression": "%resource.repeat(item).count() * 0"},
}  # fmt: skip


@st.composite
def forms(draw: st.DrawFn, filled: bool = False) -> Json:
    """A form. Where it is to be `filled`, it also has first answers and answers that are worked out."""
    link_ids = iter([f"i{number}" for number in range(1, 100)])
    items = [_item(draw, link_ids, 0, filled) for _ in range(draw(st.integers(1, 4)))]
    form: Json = {"resourceType": "Questionnaire", "url": "http://x/q", "status": "active", "item": items}
    _set_conditions(draw, form)
    return form


def _item(draw: st.DrawFn, link_ids: Any, deep: int, filled: bool) -> Json:
    group = deep < 3 and draw(st.integers(0, 2)) == 0
    kind = "group" if group else draw(st.sampled_from(sorted(TYPES)))
    made: Json = {"linkId": next(link_ids), "type": kind}
    made |= {flag: True for flag in ("repeats", "required") if draw(st.booleans())}
    if kind in ("choice", "open-choice"):
        made["answerOption"] = [{"valueCoding": each} for each in TYPES[kind][1]]
    if filled and not group:
        made |= _first_answer(draw, made, deep)
    if group or (deep < 2 and draw(st.integers(0, 4)) == 0):
        made["item"] = [_item(draw, link_ids, deep + 1, filled) for _ in range(draw(st.integers(1, 3)))]
    return made


def _first_answer(draw: st.DrawFn, item: Json, deep: int) -> Json:
    """Sometimes a first answer, one that is worked out and that nobody may change, or a question nobody sees."""
    how, (kind, some, _) = draw(st.integers(0, 5)), TYPES[item["type"]]
    if how == 0 and not deep and item["type"] == "integer":
        return {"extension": [CALCULATED], "readOnly": True}
    if how == 1 and "answerOption" in item:
        return {
            "answerOption": [{**item["answerOption"][0], "initialSelected": True}, *item["answerOption"][1:]]
        }
    if how == 2 and "answerOption" not in item:
        return {"initial": [{f"value{kind}": some[0]}]}
    return {"extension": [HIDDEN], "required": False} if how == 3 and not deep else {}


def _set_conditions(draw: st.DrawFn, form: Json) -> None:
    """Conditions on any question of the form, before or after, but none that depends on itself in the end."""
    items, needs = _everything(form), _parents(form)
    for item in items:
        asked = [
            each for each in items if each["type"] != "group" and item["linkId"] not in _needed(each, needs)
        ]
        often = draw(st.integers(0, 2)) if asked else 0
        chosen = [draw(st.sampled_from(asked)) for _ in range(often)]
        if chosen:
            item["enableWhen"] = [_condition(draw, each) for each in chosen]
            needs[item["linkId"]] = needs[item["linkId"]] | {each["linkId"] for each in chosen}
            if len(chosen) > 1:
                item["enableBehavior"] = draw(st.sampled_from(["all", "any"]))


def _condition(draw: st.DrawFn, asked: Json) -> Json:
    _, some, kind = TYPES[asked["type"]]
    operators = ["exists"] + ["=", "!="] * bool(kind) + [">", "<", ">=", "<="] * (asked["type"] in ORDERED)
    operator = draw(st.sampled_from(operators))
    if operator == "exists":
        return {"question": asked["linkId"], "operator": operator, "answerBoolean": draw(st.booleans())}
    return {"question": asked["linkId"], "operator": operator, f"answer{kind}": draw(st.sampled_from(some))}


def _needed(item: Json, needs: dict[str, frozenset[str]]) -> set[str]:
    """The item, and all that has to be decided before it."""
    found: set[str] = set()
    waiting = {item["linkId"]}
    while waiting:
        each = waiting.pop()
        found.add(each)
        waiting |= needs[each] - found
    return found


def _everything(form: Json) -> list[Json]:
    return [each for item in form.get("item", []) for each in [item, *_everything(item)]]


def _parents(form: Json) -> dict[str, frozenset[str]]:
    top = {each["linkId"]: frozenset[str]() for each in form["item"]}
    return top | {
        below["linkId"]: frozenset({item["linkId"]})
        for item in _everything(form)
        for below in item.get("item", [])
    }


@st.composite
def forms_with_answers(draw: st.DrawFn) -> tuple[Json, Json]:
    form = draw(forms())
    response: Json = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "http://x/q",
        "status": "completed",
    }
    items = _answered(draw, form["item"])
    return form, {**response, **({"item": items} if items else {})}


def _answered(draw: st.DrawFn, items: list[Json]) -> list[Json]:
    """Some of the items, answered or not; groups and answers as often as they may be there."""
    given: list[Json] = []
    for item in items:
        often = draw(st.integers(0, 3 if item.get("repeats") else 1))
        if item["type"] == "group":
            given.extend(
                _with(_answered(draw, item["item"]), {"linkId": item["linkId"]}) for _ in range(often)
            )
        elif often:
            kind, some, _ = TYPES[item["type"]]
            values = [{f"value{kind}": draw(st.sampled_from(some))} for _ in range(often)]
            answers = [_with(_answered(draw, item.get("item", [])), each) for each in values]
            given.append({"linkId": item["linkId"], "answer": answers})
    return given


def _with(items: list[Json], around: Json) -> Json:
    return {**around, "item": items} if items else around
