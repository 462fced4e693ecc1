"""Who may see forms and answers by `/api/fhir/r4/`; every look at answers, and every refusal, is written down."""

from typing import Any
from uuid import UUID

import pytest

from onward.records import queries as records
from onward.records.principal import acting_as
from tests import world
from tests.api.fhir import ANSWERS, FORM, Caller, answers_of, found, said

pytestmark = pytest.mark.django_db
GUARDED = [
    ("GET", "Questionnaire"),
    ("POST", "Questionnaire"),
    ("POST", "Questionnaire/_search"),
    ("POST", "Questionnaire/$validate"),
    ("GET", "Questionnaire/first-contact.2"),
    ("PUT", "Questionnaire/first-contact.2"),
    ("GET", "Questionnaire/first-contact.2/_history/1"),
    ("GET", "QuestionnaireResponse"),
    ("POST", "QuestionnaireResponse/_search"),
    ("POST", "QuestionnaireResponse/$validate"),
    ("GET", f"QuestionnaireResponse/{UUID(int=1)}"),
]


@pytest.fixture
def case() -> UUID:
    return world.ask_for_help()


def looks(by: str, **more: Any) -> list[records.LookSeen]:
    with acting_as(world.staff("ewa")):
        return [each for each in records.looks(**more) if each.who == by and each.road == "api"]


@pytest.mark.parametrize(("method", "address"), GUARDED)
def test_nobody_is_told_anything_without_signing_in(method: str, address: str) -> None:
    assert Caller().send(method, address, FORM).status_code == 401


@pytest.mark.parametrize(("method", "address"), GUARDED)
def test_a_worker_elsewhere_is_refused_and_it_is_written_down(method: str, address: str) -> None:
    assert Caller("carol").send(method, address, FORM).status_code == 403
    assert not looks("Carol Carefar")[0].allowed


def test_the_guarded_are_all_but_what_is_open() -> None:
    from onward.config.reference.addresses import operations

    fhir = [each for each in operations() if each.name.startswith("fhir:")]
    assert len([each for each in fhir if each.permission]) == len(GUARDED)
    assert {each.name for each in fhir if not each.permission} == {"fhir:metadata"}


def test_an_adviser_sees_forms_and_may_not_bring_one_in() -> None:
    ada = Caller("ada")
    assert ada.get("Questionnaire").status_code == 200
    assert ada.post("Questionnaire", FORM).status_code == 403


def test_a_change_needs_the_token_of_the_sign_in() -> None:
    refused = Caller("ewa", checks_csrf=True).post("Questionnaire", FORM)
    assert (refused.status_code, "X-CSRFToken" in said(refused)) == (403, True)


def test_what_is_not_served_needs_no_token() -> None:
    assert Caller("ewa", checks_csrf=True).post("Patient", FORM).status_code == 404


def test_answers_are_those_that_were_given_and_name_their_form_and_case(case: UUID) -> None:
    ada = Caller("ada")
    one = answers_of(ada, case)
    assert ada.get(f"QuestionnaireResponse/{one['id']}").resource == one
    assert one["questionnaire"].startswith("https://onward.example/questionnaires/first-contact|")
    assert (one["status"], one["authored"]) == ("completed", "2026-11-20")
    with acting_as(world.staff("ada")):
        assert one["basedOn"][0]["identifier"]["value"] == records.reference(case)


def test_reading_and_finding_answers_are_looks_at_the_case(case: UUID) -> None:
    person = world.match_new(case)
    ada = Caller("ada")
    before = len(looks("Ada Answerwell", person=person))
    one = answers_of(ada, case)
    ada.get(f"QuestionnaireResponse/{one['id']}")
    after = looks("Ada Answerwell", person=person)
    assert (len(after) - before, after[0].why, after[0].allowed) == (2, "read_answers", True)


def test_another_teams_adviser_finds_none_and_it_is_written_down(case: UUID) -> None:
    one, olu = answers_of(Caller("ada"), case), Caller("olu")
    assert found(olu.get("QuestionnaireResponse")) == []
    assert olu.get(f"QuestionnaireResponse/{one['id']}").status_code == 404
    assert not looks("Olu Otherward")[0].allowed


def test_what_is_still_being_written_is_nobodys_but_the_residents() -> None:
    world.answer(world.begin(), world.MARYS_ANSWERS)
    assert found(Caller("ada").get("QuestionnaireResponse")) == []


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("status=completed", 2),
        ("status=in-progress", 0),
        ("status=in-progress,completed", 2),
        ("questionnaire=https://onward.example/questionnaires/first-contact", 2),
        ("questionnaire=https://onward.example/questionnaires/other", 0),
        ("authored=2026-11-20", 2),
        ("authored=ge2026-11-20&authored=le2026-11", 2),
        ("authored=gt2026-11-20", 0),
        ("authored=lt2026-11-20", 0),
        ("_id=nothing", 0),
        (f"_id={UUID(int=1)}", 0),
        ("based-on:identifier=XXXX-XXXX", 0),
    ],
)
def test_answers_are_found_by_what_is_asked_for(case: UUID, query: str, count: int) -> None:
    world.ask_for_help()
    told = Caller("ada").get(f"QuestionnaireResponse?{query}").resource
    assert (told["total"], len(told.get("entry", ()))) == (count, count)


def test_a_reference_may_come_with_its_system_and_as_it_is_typed(case: UUID) -> None:
    world.ask_for_help()
    ada = Caller("ada")
    reference = answers_of(ada, case)["basedOn"][0]["identifier"]["value"]
    for said_so in (
        f"https://onward.example/codes/reference|{reference}",
        reference.lower(),
        f" {reference} ",
    ):
        assert len(found(ada.get(f"QuestionnaireResponse?based-on:identifier={said_so}"))) == 1
    assert found(ada.get(f"QuestionnaireResponse?based-on:identifier=http://x|{reference}")) == []


@pytest.mark.parametrize(
    "query", ["subject=1", "status=a&status=b", "authored=2026,2027", "authored=now", "authored=2026-02-30"]
)
def test_a_search_that_is_not_understood_is_refused(query: str) -> None:
    assert Caller("ada").get(f"QuestionnaireResponse?{query}").status_code == 400


def test_answers_can_be_checked_by_the_form_they_name() -> None:
    ewa = Caller("ewa")
    unknown = ewa.post("QuestionnaireResponse/$validate", ANSWERS)
    assert "not known here" in said(unknown)
    ewa.post("Questionnaire", FORM)
    assert said(ewa.post("QuestionnaireResponse/$validate", ANSWERS)) == "All OK"
    wrong = {**ANSWERS, "item": [{"linkId": "b"}]}
    assert {
        each["severity"] for each in ewa.post("QuestionnaireResponse/$validate", wrong).resource["issue"]
    } >= {"error"}


def test_answers_without_a_version_are_checked_by_the_newest_form() -> None:
    ewa = Caller("ewa")
    ewa.post("Questionnaire", FORM)
    ewa.post(
        "Questionnaire",
        {**FORM, "version": "2", "date": "2026-11-21", "item": [{"linkId": "b", "type": "string"}]},
    )
    told = said(
        ewa.post("QuestionnaireResponse/$validate", {**ANSWERS, "questionnaire": "http://example.org/visit"})
    )
    assert "“a”" in told
