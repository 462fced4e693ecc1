"""Random questionnaires with every type of question, and answers to them as pages write them."""

from typing import Any

from hypothesis import strategies as st

from onward.questionnaires.answers import Answers, key
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.reading import read
from onward.web.typed import tidy

Json = dict[str, Any]
CORE = "http://hl7.org/fhir/StructureDefinition/"
UNITS = [
    {"system": "http://unitsofmeasure.org", "code": code, "display": text}
    for code, text in (("kg", "kilograms"), ("g", "grams"))
]
TRAPS = [
    "<b>bold</b>",
    "#set text(red)",
    "*not bold*",
    "O’Neil & Søn",
    '"quoted"',
    "$x$ \\ #let",
    "Nadia ناديا",
    "Łódź",
    "{{ 7 * 7 }}",
]
WORDS = st.sampled_from([*TRAPS, "a", "Mary", "no. 7", "01632 960 001", "x" * 60])
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n  ".join)
NUMBER = st.integers(-999, 99_999)
DECIMAL = st.tuples(NUMBER, st.sampled_from(["", ".5", ".50"])).map(lambda each: f"{each[0]}{each[1]}")
DATE = st.dates().map(lambda each: each.isoformat())
ANSWERS: dict[str, st.SearchStrategy[str]] = {
    "boolean": st.sampled_from(["true", "false"]),
    "integer": NUMBER.map(str),
    "decimal": DECIMAL,
    "date": DATE,
    "dateTime": st.sampled_from(["2026-03-02T14:30:00+00:00", "2026-07-02T09:05:00+01:00", "2026-03-02"]),
    "time": st.times().map(lambda each: each.isoformat("seconds")),
    "string": WORDS,
    "text": LINES,
    "url": st.just("https://example.org/a?b=c&d=e"),
    "quantity": st.tuples(DECIMAL, st.sampled_from(["kg", "g"])).map("|".join),
    "attachment": st.sampled_from(["https://example.org/letter.pdf|The letter", "https://example.org/x"]),
    "reference": st.sampled_from(["Patient/123|Mary", "Patient/123"]),
    "choice": st.sampled_from(["a", "b", "c"]),
    "open-choice": st.one_of(st.sampled_from(["a", "b", "c"]), WORDS.filter(lambda each: each not in "abc")),
}
REPEATABLE = sorted(set(ANSWERS) - {"boolean"})


@st.composite
def forms(draw: st.DrawFn, *, conditions: bool = True) -> Questionnaire:
    """Two to four parts, with groups in groups, questions below answers, and conditions on questions before."""
    asked: list[str] | None = [] if conditions else None
    pages = [_item(draw, f"p{number}", 0, asked) for number in range(1, draw(st.integers(2, 4)) + 1)]
    form = {
        "resourceType": "Questionnaire",
        "url": "http://x/q",
        "status": "active",
        "title": "Form",
        "version": "1",
    }
    return read({**form, "item": pages})


@st.composite
def forms_and_answers(draw: st.DrawFn) -> tuple[Questionnaire, Answers]:
    form = draw(forms())
    answers: dict[str, tuple[str, ...]] = {}
    for item in form.items:
        _answer(draw, item, (), answers)
    return form, answers


def _item(draw: st.DrawFn, link_id: str, deep: int, asked: list[str] | None) -> Json:
    kind = "group" if deep == 0 else draw(st.sampled_from([*sorted(ANSWERS), "group", "display"]))
    kind = "display" if kind == "group" and deep > 2 else kind
    made: Json = {
        "linkId": link_id,
        "type": kind,
        "text": f"{draw(st.sampled_from(['Who', *TRAPS]))} {link_id}?",
    }
    if deep and asked and draw(st.integers(0, 3)) == 0:
        made["enableWhen"] = [
            {"question": draw(st.sampled_from(asked)), "operator": "=", "answerBoolean": True}
        ]
    if kind in ("choice", "open-choice"):
        made["answerOption"] = [
            {"valueCoding": {"code": each, "display": f"Option {each}"}} for each in "abc"
        ]
    if kind == "quantity":
        made["extension"] = [
            {"url": f"{CORE}questionnaire-unitOption", "valueCoding": each} for each in UNITS
        ]
    if kind in ("group", *REPEATABLE) and deep and draw(st.integers(0, 3)) == 0:
        made["repeats"] = True
    if kind == "boolean" and asked is not None:
        asked.append(link_id)
    many = (
        draw(st.integers(1, 3))
        if kind == "group"
        else draw(st.integers(0, 1)) * (deep == 1 and kind != "display")
    )
    if below := [_item(draw, f"{link_id}-{each}", deep + 1, asked) for each in range(1, many + 1)]:
        made["item"] = below
    return made


def _answer(draw: st.DrawFn, item: Item, at: tuple[int, ...], answers: dict[str, tuple[str, ...]]) -> None:
    many = draw(st.integers(1, 3)) if item.repeats else 1
    if item.asks:
        if not draw(st.booleans()):
            return
        unique = bool(item.choices)
        values = draw(st.lists(ANSWERS[item.type].map(tidy), min_size=1, max_size=many, unique=unique))
        answers[key(item.link_id, at)] = given = tuple(_in_order(item, values))
        many = len(given)
    for number in range(1, many + 1):
        for below in item.items:
            _answer(draw, below, (*at, number) if item.numbered else at, answers)


def _in_order(item: Item, values: list[str]) -> list[str]:
    """Options in the order of the form, then one's own text: one, as a page asks for one."""
    codes = [each.code for each in item.choices]
    own = [each for each in values if each not in codes]
    return [each for each in codes if each in values] + own[:1] if codes else values
