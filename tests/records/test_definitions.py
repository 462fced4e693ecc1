"""Answers keep the form they were given to: kept once, by its content, and read years later without any file."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import ProgrammingError

from onward.policy import canonical
from onward.policy.questionnaires import in_force
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.reading import read
from onward.questionnaires.validity import problems
from onward.records import definitions, importing
from onward.records.action import ActionError
from onward.records.definitions import by_digest, definition, forms_in_force, imported_in_force, keep
from onward.records.importing import bring_in, replace
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def visit(
    version: str = "1", status: str = "active", start: str = "", text: str = "A?", **more: Any
) -> Questionnaire:
    form = {
        "resourceType": "Questionnaire",
        "url": "http://example.org/visit",
        **({"version": version} if version else {}),
        "status": status,
        "item": [{"linkId": "a", "type": "string", "text": text, "required": True}],
    }
    return read({**form, **({"effectivePeriod": {"start": start}} if start else {}), **more})


def brought(form: Questionnaire, on: date = DAY) -> definitions.DefinitionKept:
    by = world.staff("ewa")
    with acting_as(by):
        return bring_in(form=form, by=by, on=on)[0]


def put(
    before: definitions.DefinitionKept, form: Questionnaire, seen: str = ""
) -> definitions.DefinitionKept:
    by = world.staff("ewa")
    with acting_as(by):
        return replace(form_id=before.form, form=form, seen=seen or before.digest, by=by, on=DAY)[0]


def offered(on: date) -> list[str]:
    with acting_as(world.staff("ada")):
        return [each.version for each in imported_in_force(on)]


def test_a_form_is_kept_at_its_first_use_and_once(django_assert_num_queries: Any) -> None:
    case = world.begin()
    form = in_force("first-contact", council="larkmoor", on=DAY)
    with acting_as(Principal.resident(case)):
        digest = keep(form, on=DAY)
        with django_assert_num_queries(1):
            assert keep(form, on=DAY) == digest
        kept = definition(form.url, form.version)
    assert kept and (kept.digest, kept.origin, kept.form) == (digest, "policy", "first-contact.2.larkmoor.1")


def test_answers_to_an_old_version_are_read_with_it_when_no_file_has_it_any_more() -> None:
    old, new = visit("1"), visit("2", text="B?", item=[{"linkId": "b", "type": "string", "text": "B?"}])
    with acting_as(world.staff("ada")):
        for form in (old, new):
            keep(form, on=DAY)
        kept = definition(old.url, "1")
        assert kept and kept.questionnaire == old
        assert [each.item.link_id for each in problems(kept.questionnaire, {}, today=DAY)] == ["a"]
        assert problems(kept.questionnaire, {"a": ("Yes",)}, today=DAY) == []
        assert definition(old.url, "3") is None


def test_what_was_changed_without_a_new_version_is_still_told_apart_by_its_digest() -> None:
    with acting_as(world.staff("ada")):
        first, second = keep(visit(), on=DAY), keep(visit(text="Again?"), on=DAY)
        one, other = by_digest(first), by_digest(second)
        newest = definition("http://example.org/visit", "1")
    assert one and other and newest
    assert [each.questionnaire.item("a").text for each in (one, other, newest)] == ["A?", "Again?", "Again?"]


def test_decimals_of_a_form_keep_their_digits() -> None:
    bounds = {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": Decimal("1.10")}
    form = visit(item=[{"linkId": "a", "type": "decimal", "text": "A?", "extension": [bounds]}])
    kept = brought(form)
    assert canonical.digest(kept.questionnaire.raw) == kept.digest == canonical.digest(form.raw)
    assert '"valueDecimal":1.10' in kept.content


def test_nobody_reads_one_and_only_staff_bring_one_in() -> None:
    brought(visit())
    assert definition("http://example.org/visit", "1") is None
    case = world.begin()
    resident = Principal.resident(case)
    with acting_as(resident), pytest.raises(ProgrammingError, match="row-level security"):
        bring_in(form=visit("2"), by=resident, on=DAY)


def test_it_is_brought_in_by_whoever_acts() -> None:
    with acting_as(world.staff("ada")), pytest.raises(ActionError):
        bring_in(form=visit(), by=world.staff("ewa"), on=DAY)


def test_the_same_content_again_changes_nothing() -> None:
    first = brought(visit())
    assert brought(visit()) == first


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (visit(text="Other?"), "taken"),
        (visit("2", url="http://example.org/a|b"), "no_address"),
        (visit("2", url="visit"), "no_address"),
        (visit(""), "no_address"),
        (visit("2" * 101), "too_long"),
        (visit("2", url="https://onward.example/questionnaires/first-contact"), "national"),
    ],
)
def test_what_cannot_be_told_from_another_form_is_refused(form: Questionnaire, code: str) -> None:
    brought(visit())
    with pytest.raises(Refused) as refused:
        brought(form)
    assert refused.value.code == code


def test_an_address_of_the_most_letters_is_taken() -> None:
    assert brought(visit("2" * 100)).version == "2" * 100


def test_a_draft_is_replaced_by_a_version_of_its_own_and_stays_readable() -> None:
    first = brought(visit("1", "draft"))
    second = put(first, visit("2", "draft", text="B?"))
    third = put(second, visit("3", text="C?"))
    assert first.form == second.form == third.form
    with acting_as(world.staff("ada")):
        now, before = definitions.current(first.form), definition(first.url, "1")
    assert now and before and (now.version, before.questionnaire.item("a").text) == ("3", "A?")


def test_the_same_draft_put_again_changes_nothing() -> None:
    first = brought(visit("1", "draft"))
    assert put(first, visit("1", "draft")) == first


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (visit("1"), visit("2"), "not_a_draft"),
        (visit("1", "retired"), visit("2"), "not_a_draft"),
        (visit("1", "draft"), visit("1", "draft", text="B?"), "taken"),
        (visit("1", "draft"), visit("2", "draft", url="http://example.org/other"), "url"),
    ],
)
def test_what_is_no_draft_stays_and_a_version_is_never_used_twice(
    before: Questionnaire, after: Questionnaire, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        put(brought(before), after)
    assert refused.value.code == code


def test_somebody_who_was_quicker_is_not_overwritten() -> None:
    first = brought(visit("1", "draft"))
    put(first, visit("2", "draft", text="B?"))
    with pytest.raises(Stale):
        put(first, visit("3", "draft", text="C?"))


def test_what_was_never_brought_in_cannot_be_replaced() -> None:
    by = world.staff("ewa")
    with acting_as(by), pytest.raises(Refused) as refused:
        importing.replace(form_id="nothing", form=visit(), seen="0", by=by, on=DAY)
    assert refused.value.code == "not_there"


def test_the_version_that_started_last_is_offered_and_none_once_that_is_retired() -> None:
    brought(visit("1"), on=DAY)
    brought(visit("2", start="2027-01-01", text="B?"))
    brought(visit("3", "draft", text="C?"))
    brought(visit("4", "retired", start="2027-03-01", text="D?"))
    days = [
        date(2026, 11, 21),
        DAY,
        date(2026, 12, 31),
        date(2027, 1, 1),
        date(2027, 2, 28),
        date(2027, 3, 1),
    ]
    assert [offered(day) for day in days] == [[], ["1"], ["1"], ["2"], ["2"], []]


def test_what_has_ended_is_not_offered() -> None:
    brought(visit(effectivePeriod={"start": "2026-11-01", "end": "2026-11-30"}))
    assert [offered(day) for day in (date(2026, 11, 30), date(2026, 12, 1))] == [["1"], []]


def test_forms_of_the_files_and_those_brought_in_are_offered_together() -> None:
    brought(visit())
    with acting_as(world.staff("ada")):
        urls = {each.url.rsplit("/", 1)[-1]: each.version for each in forms_in_force("larkmoor", DAY)}
    assert urls["visit"] == "1"
    assert urls["first-contact"].endswith("+larkmoor.1")
