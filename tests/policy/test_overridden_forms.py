"""What a council's changes make of a form: the FHIR JSON that comes out."""

from datetime import date
from typing import Any

from onward.policy.questionnaires import findings, in_force, preview
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.pages import pages
from onward.questionnaires.validity import problems
from tests.policy.overriding import checked, items

DAY = date(2026, 11, 22)


def form(changes: str) -> Questionnaire:
    made = checked(changes)
    assert made.form, made.findings
    return made.form


def order(changes: str, group: str) -> list[str]:
    return [each.link_id for each in form(changes).item(group).items]


def codings(item: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["system"].rsplit("/", 1)[-1], each["code"]) for each in item["code"]]


def test_it_says_what_it_comes_from_and_since_when() -> None:
    raw = form("[{hide: warm}]").raw
    assert raw["url"] == "https://onward.example/questionnaires/small"
    assert raw["version"] == "1+larkmoor.1"
    assert raw["derivedFrom"] == ["https://onward.example/questionnaires/small|1"]
    assert raw["effectivePeriod"] == {"start": "2026-11-21"}


def test_a_question_goes_where_it_is_put() -> None:
    added = "add question: larkmoor-a, type: date, text: When"
    assert order(f"[{{{added}, after: rooms}}]", "home")[2:4] == ["rooms", "larkmoor-a"]
    assert order(f"[{{{added}, before: rooms}}]", "home")[2:4] == ["larkmoor-a", "rooms"]
    assert order(f"[{{{added}, in: home}}]", "home")[-1] == "larkmoor-a"
    assert order("[{move: rent, after: warm}]", "home") == ["needs", "rooms", "warm", "rent", "sum"]


def test_a_question_brings_its_words_codes_and_conditions() -> None:
    made = form(
        "[{add question: larkmoor-a, in: rest, type: choose any, text: Which, hint: H, help: L, why: W, easy: E, "
        "meaning: larkmoor-m, picture: home, outcomes: [home_safety], codes: ['http://loinc.org|1-8'], "
        "options: {larkmoor-x: X, larkmoor-y: Y}, easy options: {larkmoor-x: EX}, when: {colour: [red, blue]}}]"
    )
    raw = items(dict(made.raw))["larkmoor-a"]
    assert (raw["type"], raw["repeats"], raw["enableBehavior"]) == ("choice", True, "any")
    assert codings(raw) == [
        ("meaning", "larkmoor-m"),
        ("picture", "home"),
        ("eligibility-outcome", "home_safety"),
        ("loinc.org", "1-8"),
    ]
    assert [each["answerCoding"]["code"] for each in raw["enableWhen"]] == ["red", "blue"]
    assert {each["linkId"]: each["text"] for each in raw["item"]} == {
        "larkmoor-a-hint": "H",
        "larkmoor-a-help": "L",
        "larkmoor-a-why": "W",
    }
    assert raw["extension"][0]["valueString"] == "E"
    assert raw["answerOption"][0]["extension"][0]["valueString"] == "EX"
    assert made.item("larkmoor-a").meaning == "larkmoor-m"


def test_an_option_comes_before_none_of_these_or_where_it_is_put() -> None:
    def options(place: str) -> list[str]:
        changed = form(f"[{{add option: larkmoor-x, to: colour, text: X{place}}}]")
        return [each.code for each in changed.item("colour").options]

    assert options("") == ["red", "blue", "larkmoor-x", "none"]
    assert options(", after: red") == ["red", "larkmoor-x", "blue", "none"]
    assert options(", before: red") == ["larkmoor-x", "red", "blue", "none"]


def test_a_hint_is_reworded_in_place_made_or_taken_away() -> None:
    assert form("[{reword: colour, hint: Take any}]").item("colour").hint == "Take any"
    assert form("[{reword: warm, hint: In winter}]").item("warm").hint == "In winter"
    assert form("[{reword: colour, hint: ''}]").item("colour").hint == ""
    assert "larkmoor-warm-hint" in items(dict(form("[{reword: warm, hint: In winter}]").raw))


def test_what_is_hidden_is_not_shown_nor_missed() -> None:
    hidden = form("[{hide: nickname}, {hide: people}]")
    assert hidden.item("nickname").hidden and not hidden.item("nickname").required
    assert hidden.item("person").hidden
    answers = {"who": ("someone",), "given": ("Jo",)}
    assert [each.item.link_id for each in problems(hidden, answers, today=DAY)] == []


def test_a_page_stands_among_the_pages() -> None:
    made = form(
        "[{add page: larkmoor-p, before: home, text: More, unless: {who: someone}}, "
        "{add question: larkmoor-a, in: larkmoor-p, type: date, text: When}]"
    )
    shown = [each.link_id for each in pages(made, {"who": ("me",)}, today=DAY)]
    assert shown == ["first", "larkmoor-p", "home", "rest"]


def test_larkmoor_asks_one_question_more_says_one_thing_otherwise_and_hides_one() -> None:
    assert [str(each) for each in findings("larkmoor", "first-contact")] == []
    asked = in_force("first-contact", council="larkmoor", on=DAY)
    assert asked.version.endswith("+larkmoor.1")
    assert "larkmoor-flood" in asked.by_link_id
    assert "in Larkmoor" in asked.item("me-postcode").hint
    assert asked.item("ring-when").hidden


def test_what_is_being_written_can_be_looked_at_before_it_is_a_file() -> None:
    text = "since: 2026-11-21\nversion: 9\nchanges:\n  - hide: ring-when\n"
    shown = preview(text, council="larkmoor", name="first-contact", on=DAY)
    assert shown.form and shown.form.item("ring-when").hidden
    broken = preview(text.replace("ring-when", "wish-list"), council="larkmoor", name="first-contact", on=DAY)
    assert broken.form is None
    assert [each.line for each in broken.findings] == [4]
