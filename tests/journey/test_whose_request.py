"""Whose request it is: software finds who looks alike, with reasons; an adviser says yes, no, and takes it back."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from onward.journey.contact import alike, whose
from onward.journey.contact.alike import Found
from onward.records import queries as records
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.rules.same_person import Band, Reason
from onward.vocabulary.contact import Outcome
from tests import world

pytestmark = pytest.mark.django_db
ADA = "ada"


def found(case: UUID, nhs_number: str = "") -> Found:
    asked = world.request_of(case)
    with acting_as(world.staff(ADA)):
        return alike.find(asked, nhs_number=nhs_number)


def say(action: object, **told: object) -> object:
    by = world.staff(ADA)
    with acting_as(by):
        return action(**told, by=by, on=world.TODAY)  # type: ignore[operator]


def named(**changed: str) -> UUID:
    me = dict(world.MARYS_ANSWERS["me"])
    me.update({f"me-{each}": (value,) for each, value in changed.items()})
    return world.ask_for_help(me=me)


def test_somebody_who_asked_before_is_found_with_the_reasons() -> None:
    person = world.match_new(world.ask_for_help())
    (one,) = found(named(given="Mry")).people
    assert (one.id, one.answer.band) == (person, Band.LIKELY)
    assert Reason.GIVEN_SLIP in one.answer.because


def test_an_earlier_request_of_nobody_known_is_found_too() -> None:
    first = world.ask_for_help()
    (one,) = found(named(given="Windlebrook", family="Mary")).requests
    assert (one.id, one.reference) == (first, world.reference_of(first))


def test_two_requests_are_said_to_be_of_one_person() -> None:
    first, second = world.ask_for_help(), world.ask_for_help()
    version = world.request_of(second).version
    person = say(whose.same_as_request, case=second, other=first, version=version, key=uuid4())
    with acting_as(world.staff(ADA)):
        assert {records.case_person(each).id for each in (first, second)} == {person}  # type: ignore[union-attr]
    with pytest.raises(Refused, match="matched meanwhile"):
        version = world.request_of(second).version
        say(whose.same_as_request, case=second, other=first, version=version, key=uuid4())


def test_whoever_was_said_to_be_somebody_else_is_not_proposed_again_until_that_is_taken_back() -> None:
    person, case = world.match_new(world.ask_for_help()), world.ask_for_help()
    say(whose.say_apart, case=case, other=person)
    say(whose.say_apart, case=case, other=person)
    assert found(case).people == ()
    assert [each.id for each in found(case).apart] == [person]
    say(whose.take_back_apart, case=case, other=person)
    assert [each.id for each in found(case).people] == [person]
    assert found(case).apart == ()


def test_a_wrong_match_is_taken_back() -> None:
    case = world.ask_for_help()
    world.match_new(case)
    say(whose.unmatch, case=case, version=world.request_of(case).version)
    assert world.request_of(case).person is None
    with pytest.raises(Refused, match="nothing to take back"):
        say(whose.unmatch, case=case, version=world.request_of(case).version)


def test_once_decided_another_person_may_be_named_and_nobody_may_not() -> None:
    case = world.ask_for_help()
    world.match_new(case)
    world.decide(case, Outcome.ASSESSMENT)
    with pytest.raises(Refused):
        say(whose.unmatch, case=case, version=world.request_of(case).version)
    second = world.match_new(case)
    assert world.request_of(case).person.id == second  # type: ignore[union-attr]


def test_a_person_is_found_by_their_nhs_number(client: Client) -> None:
    client.force_login(Staff.objects.get(username=ADA))
    first, second = world.ask_for_help(), named(given="Maria", family="Thistledown", born="1950-01-01")
    page = f"/staff/requests/{world.reference_of(first)}/person/"
    asked = world.request_of(first)
    typed = {"given_name": "Mary", "family_name": "Windlebrook", "version": asked.version, "key": uuid4()}
    wrong = client.post(page, {**typed, "nhs_number": "943 476 5918"})
    assert wrong.status_code == 422
    assert "Check the NHS number" in wrong.content.decode()
    assert client.post(page, {**typed, "nhs_number": "943 476 5919"}).status_code == 302
    assert found(second).people == ()
    looked = client.post(
        f"/staff/requests/{world.reference_of(second)}/person/", {"look": "1", "nhs_number": "9434765919"}
    )
    assert "the same NHS number" in looked.content.decode()


def test_the_page_of_a_request_says_who_asked_before(client: Client) -> None:
    client.force_login(Staff.objects.get(username=ADA))
    first, second = world.ask_for_help(), world.ask_for_help()
    page = client.get(f"/staff/requests/{world.reference_of(second)}/").content.decode()
    assert "1 is likely the same person" in page
    version = world.request_of(second).version
    say(whose.same_as_request, case=second, other=first, version=version, key=uuid4())
    page = client.get(f"/staff/requests/{world.reference_of(second)}/").content.decode()
    assert "Asked before" in page
    assert world.reference_of(first) in page


def test_an_answer_that_is_not_understood_changes_nothing(client: Client) -> None:
    client.force_login(Staff.objects.get(username=ADA))
    page = f"/staff/requests/{world.reference_of(world.ask_for_help())}/person/"
    for typed in ({"apart": "x"}, {"together": ""}, {"other": "x"}, {"person": "x"}, {"look": "1"}):
        answer = client.post(page, typed)
        assert answer.status_code == 422, typed
