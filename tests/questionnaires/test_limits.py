"""What would run for long, or fall over, is told of instead: everything here ends quickly, with an issue or without."""

import json
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

import pytest

from onward.questionnaires import limits
from onward.questionnaires.issues import Issue, outcome
from onward.questionnaires.validity import check, check_texts

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CORE = "http://hl7.org/fhir/StructureDefinition/"
Json = dict[str, Any]
# Generous: a slow machine under load takes a few times what a desk takes.
SECONDS = 60


def form(*items: Json, **more: Any) -> Json:
    return {
        "resourceType": "Questionnaire",
        "url": "http://x/q",
        "status": "active",
        "item": [*items],
        **more,
    }


def response(*items: Json) -> Json:
    whole = {"resourceType": "QuestionnaireResponse", "questionnaire": "http://x/q", "status": "completed"}
    return {**whole, "item": [*items]}


def number(link_id: object, value: int = 1) -> Json:
    return {"linkId": str(link_id), "answer": [{"valueInteger": value}]}


def rule(expression: str) -> Json:
    said = {"key": {"valueId": "k"}, "severity": {"valueCode": "error"}, "human": {"valueString": "Keep it"}}
    parts = [{"url": url, **value} for url, value in said.items()]
    return {
        "url": f"{CORE}questionnaire-constraint",
        "extension": [*parts, {"url": "expression", "valueString": expression}],
    }


def variable(name: str, expression: str) -> Json:
    value = {"name": name, "language": "text/fhirpath", "expression": expression}
    return {"url": f"{CORE}variable", "valueExpression": value}


def codes(form_: Json, response_: Json) -> list[str]:
    begun = perf_counter()
    found: list[Issue] = check(form_, response_, now=NOW)
    assert perf_counter() - begun < SECONDS
    assert outcome(found)["issue"]
    return sorted({each.code for each in found if each.bad})


def test_ten_thousand_items_each_on_the_one_before() -> None:
    items = [{"linkId": "0", "type": "integer"}]
    for each in range(1, 10_000):
        before = [{"question": str(each - 1), "operator": "exists", "answerBoolean": True}]
        items.append({"linkId": str(each), "type": "integer", "enableWhen": before})  # type: ignore[dict-item]
    assert codes(form(*items), response(*(number(each) for each in range(10_000)))) == []


def test_ten_thousand_of_one_group() -> None:
    group = {"linkId": "g", "type": "group", "repeats": True, "item": [{"linkId": "a", "type": "integer"}]}
    assert (
        codes(form(group), response(*({"linkId": "g", "item": [number("a")]} for _ in range(10_000)))) == []
    )


def test_more_issues_than_anybody_reads_are_counted() -> None:
    items = [{"linkId": str(each), "type": "integer", "required": True} for each in range(limits.ISSUES + 10)]
    told = outcome(check(form(*items), response(number(0)), now=NOW))["issue"]
    assert len(told) == limits.ISSUES + 1
    assert told[-1]["severity"] == "error"
    assert "9 more" in told[-1]["diagnostics"]


@pytest.mark.parametrize(
    ("depth", "wrong"), [(limits.ITEM_DEPTH - 1, []), (limits.ITEM_DEPTH + 1, ["too-costly"])]
)
def test_items_inside_each_other(depth: int, wrong: list[str]) -> None:
    item: Json = {"linkId": "x", "type": "integer"}
    given: Json = number("x")
    for each in range(depth):
        item = {"linkId": f"g{each}", "type": "group", "item": [item]}
        given = {"linkId": f"g{each}", "item": [given]}
    assert [each for each in codes(form(item), response(given)) if each == "too-costly"] == wrong


@pytest.mark.parametrize("text", [b"[" * 100_000, b'{"a":' * 100_000, b'{"item":[' * 300 + b"]}" * 300])
def test_json_inside_itself(text: bytes) -> None:
    assert {each.severity for each in check_texts(text, text, now=NOW)} == {"fatal"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b'{"a": NaN}', "NaN is no number"),
        (b'{"a": 1e999999}', "beyond anything"),
        (b'{"a": ' + b"9" * 5000 + b"}", "beyond anything"),
        (b"null", "it has to be Questionnaire"),
        (b"[]", "it has to be Questionnaire"),
        (b'{"resourceType": "Patient"}', "it has to be Questionnaire"),
        (b'{"resourceType": "Bundle"}', "brings no Questionnaire"),
        (b'{"resourceType": "Questionnaire", "resourceType": "Questionnaire"}', "twice in one object"),
    ],
)
def test_what_is_no_form_is_told_of(text: bytes, says: str) -> None:
    found = check_texts(text, json.dumps(response()).encode(), now=NOW)
    assert any(says in each.says for each in found)
    assert any(each.bad for each in found)


def test_five_megabytes_in_a_file_are_read() -> None:
    asked = {
        "linkId": "a",
        "type": "attachment",
        "extension": [{"url": f"{CORE}maxSize", "valueDecimal": 4_000_000}],
    }
    file = {"contentType": "text/plain", "data": "aGVs" * 1_250_000}
    assert codes(form(asked), response({"linkId": "a", "answer": [{"valueAttachment": file}]})) == []


def test_a_text_is_no_longer_than_fhir_allows() -> None:
    asked = {"linkId": "a", "type": "text"}
    for letters, wrong in ((limits.STRING, []), (limits.STRING + 1, ["value"])):
        given = {"linkId": "a", "answer": [{"valueString": "x" * letters}]}
        assert codes(form(asked), response(given)) == wrong


@pytest.mark.parametrize("pattern", ["(x+)+y", "(x*)*y", "(x|x)*y", "(x|xx)+y", "x*x*x*x*x*x*y"])
def test_regular_expressions_do_not_run_away(pattern: str) -> None:
    asked = {"linkId": "a", "type": "string", "extension": [{"url": f"{CORE}regex", "valueString": pattern}]}
    given = {"linkId": "a", "answer": [{"valueString": "x" * 100_000}]}
    assert codes(form(asked), response(given)) == ["value"]


@pytest.mark.parametrize(
    "expression",
    [
        "item.where(%resource.item.where(answer.value > 5).exists()).count() > 3",
        "item.where(%resource.item.where(%resource.item.where(answer.value > 5).count() > 3).exists()).exists()",
        "item.select(%resource.item).select(%resource.item).count() > 3",
    ],
)
def test_expressions_do_not_run_away(expression: str) -> None:
    items = [{"linkId": str(each), "type": "integer"} for each in range(2_000)]
    given = [number(each, each) for each in range(2_000)]
    assert codes(form(*items, extension=[rule(expression)]), response(*given)) == ["too-costly"]


@pytest.mark.parametrize(
    "doubled", ["%v{0} & %v{0}", "%v{0}.combine(%v{0})", "%v{0}.replace('a', 'aaaaaaaaaa')"]
)
def test_variables_that_double_each_other_end(doubled: str) -> None:
    variables = [variable("v0", "'aaaaaaaaaa'")]
    variables += [variable(f"v{each + 1}", doubled.format(each)) for each in range(60)]
    extension = [*variables, rule("%v60.exists()")]
    assert codes(form({"linkId": "a", "type": "integer"}, extension=extension), response(number("a"))) == [
        "too-costly"
    ]


@pytest.mark.parametrize(
    ("expression", "wrong"),
    [
        ("(" * 900 + "true" + ")" * 900, "invalid"),
        ("-" * 1_500 + "1 = 1", "invalid"),
        ("true and " * 200 + "true", ""),
        ("9999.power(9999).power(9999) > 3", ""),
    ],
)
def test_expressions_inside_each_other_end(expression: str, wrong: str) -> None:
    found = codes(
        form({"linkId": "a", "type": "integer"}, extension=[rule(expression)]), response(number("a"))
    )
    assert found == ([wrong] if wrong else [])


def test_more_expressions_than_can_be_read() -> None:
    long = [rule("true" + ".not()" * 330) for _ in range(20)]
    assert codes(form({"linkId": "a", "type": "integer"}, extension=long), response(number("a"))) == [
        "too-costly"
    ]


def test_value_sets_that_hold_each_other_end() -> None:
    sets = [
        {
            "resourceType": "ValueSet",
            "url": f"u:{each}",
            "compose": {"include": [{"valueSet": [f"u:{(each + 1) % 3000}"]}]},
        }
        for each in range(3_000)
    ]
    whole = form({"linkId": "a", "type": "choice", "answerValueSet": "u:0"})
    bundle = {"resourceType": "Bundle", "entry": [{"resource": each} for each in [whole, *sets]]}
    assert codes(bundle, response({"linkId": "a", "answer": [{"valueCoding": {"code": "x"}}]})) == []
