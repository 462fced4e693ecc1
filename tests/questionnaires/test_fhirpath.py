"""FHIRPath as the engine works it out, against fhirpathpy where that is right, and by itself where it is not."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import fhirpathpy
import pytest
from fhirpathpy.models import models

from onward.questionnaires import moments
from onward.questionnaires.fhirpath import found
from onward.questionnaires.fhirpath.evaluating import World, evaluate
from onward.questionnaires.fhirpath.found import Many, Steps, Trouble
from onward.questionnaires.fhirpath.parsing import BadExpression

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
KILOGRAMS = {"value": Decimal("3.5"), "system": "http://unitsofmeasure.org", "code": "kg"}
RESPONSE: dict[str, Any] = {
    "resourceType": "QuestionnaireResponse",
    "status": "completed",
    "item": [
        {"linkId": "a", "answer": [{"valueInteger": 3}, {"valueInteger": 4}]},
        {"linkId": "d", "answer": [{"valueDate": "2024-02-03"}]},
        {"linkId": "q", "answer": [{"valueQuantity": KILOGRAMS}]},
        {"linkId": "c", "answer": [{"valueCoding": {"system": "s", "code": "x"}}]},
        {"linkId": "b", "answer": [{"valueBoolean": True}]},
        {"linkId": "s", "answer": [{"valueString": "hello"}]},
        {"linkId": "g", "item": [{"linkId": "h", "answer": [{"valueDecimal": Decimal("1.5")}]}]},
    ],
}  # fmt: skip


def worked_out(expression: str, steps: int = 100_000) -> list[Any]:
    def variable(name: str) -> Many:
        if name in ("resource", "context"):
            return [found.of(RESPONSE)]
        raise Trouble(f"%{name} is not defined")

    world = World(moments.of(NOW), Steps(steps), variable)
    return [each.data for each in evaluate(expression, [found.of(RESPONSE)], world)]


SAME = [
    "item.linkId", "item.answer.valueInteger", "item.where(linkId = 'a').answer.value", "item[0].answer[1].value",
    "item.where(linkId = 'a').answer.value.first() + 2", "item.where(linkId = 'a').answer.value.first() / 2",
    "item.where(linkId = 'c').answer.value.code = 'x'", "item.where(linkId = 'b').answer.value and true",
    "item.where(linkId = 's').answer.value & ' you'",
    "item.where(linkId = 's').answer.value.matches('^h.*o$')",
    "item.where(linkId = 'a').answer.value.all($this > 2)",
    "item.where(linkId = 'a').answer.value.select($this * 2)",
    "item.where(linkId = 'a').answer.value.where($this > 3).exists()",
    "item.where(linkId = 'z').answer.value > 3",
    "item.where(linkId = 'z').answer.value.empty() or true", "repeat(item).where(linkId = 'h').answer.value",
    "descendants().where(linkId = 'h').answer.value", "iif(item.where(linkId = 'b').answer.value, 'y', 'n')",
    "item.where(linkId = 'a').answer.value.aggregate($this + $total, 0)", "5 div 2", "5 mod 2", "2 * 3 + 4", "-3 + 5",
    "'abc'.substring(1, 1)", "'abc'.startsWith('a')", "'a,b'.split(',')", "('a' | 'b' | 'a').count()", "1.0 = 1",
    "{}", "{} and false", "{} or true", "true xor false", "false implies true", "'3'.toInteger()", "3.14159.round(2)",
    "item.where(linkId = 'd').answer.value + 1 year", "item.where(linkId = 'd').answer.value < @2025-01-01",
    "%resource.item.count()", "item.answer.value.ofType(Coding).code", "(1 | 2 | 3).skip(1).take(1)", "'A'.lower()",
    "item.where(linkId = 'q').answer.value = 3.5 'kg'", "3 in (1 | 2 | 3)", "(1 | 2) contains 3", "'it\\'s'.length()",
    "item.tail().first().linkId", "item.last().item.linkId", "(1 | 2).exclude(2)",
    "(1 | 2).intersect(2 | 3)", "4.sqrt()",
]  # fmt: skip


@pytest.mark.parametrize("expression", SAME)
def test_it_finds_what_fhirpathpy_finds(expression: str) -> None:
    theirs = fhirpathpy.evaluate(RESPONSE, expression, {"resource": RESPONSE}, models["r4"])
    assert worked_out(expression) == theirs


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("item.where(linkId = 'a').answer.value.sum()", [7]),
        ("item.where(linkId = 'a').answer.value.avg()", [Decimal("3.5")]),
        ("item.where(linkId = 'a').answer.value.min()", [3]),
        ("item.where(linkId = 'a').answer.value.max()", [4]),
        ("item.where(linkId = 'q').answer.value > 3000 'g'", [True]),
        ("(1 | 2 | 3) = (1 | 5 | 9)", [False]),
        ("item.where(linkId = 'a').answer.value ~ (4 | 3)", [True]),
        ("true.toString()", ["true"]),
        ("answers().count()", [8]),
        ("today()", ["2026-11-22"]),
        ("now()", ["2026-11-22T09:30:00Z"]),
        ("timeOfDay()", ["09:30:00"]),
        ("today() - 18 years", ["2008-11-22"]),
        ("@2024-01-31 + 1 month", ["2024-02-29"]),
        ("@2024 < @2024-06", []),
        ("@2024-06-01 > @2024-05", [True]),
        ("@T10:30 > @T10:00:00", [True]),
        ("{}.sum()", [0]),
        ("'a1'.replaceMatches('(a)([0-9])', '$2$1')", ["1a"]),
    ],
)
def test_it_finds_what_the_standard_says(expression: str, result: list[Any]) -> None:
    assert worked_out(expression) == result


@pytest.mark.parametrize(
    "expression", ["", "3 +", "foo(", "a b c", "1 'kg' +", "item.where(", "'abc", "// only", "a..b", ")"]
)
def test_what_is_no_expression_is_refused(expression: str) -> None:
    with pytest.raises(BadExpression):
        worked_out(expression)


@pytest.mark.parametrize(
    "expression",
    ["'a' > 1", "%nobody", "fetch()", "item + 1", "where()", "'x'.matches('[')", "1 + 'a'", "-'a'"],
)
def test_what_cannot_be_worked_out_is_told(expression: str) -> None:
    with pytest.raises(Trouble):
        worked_out(expression)


def test_every_value_looked_at_counts() -> None:
    with pytest.raises(found.TooCostly):
        worked_out("repeat(item).where(linkId = 'h')", steps=20)
