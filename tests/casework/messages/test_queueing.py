"""What is written when a message is queued, what is held, and who sees it."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError
from procrastinate.contrib.django.models import ProcrastinateJob

from onward.casework.messages import actions, delivering, queries
from onward.casework.messages.wording import WrongWords
from onward.records import queries as records
from onward.records.action import action, record
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.rules.contacting import Held, SafeContact
from onward.vocabulary.events import ContactWished
from onward.vocabulary.messages import Channel, ContactBy, Format, Problem, State
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.messages.post import BY_EMAIL, SAID, queue, seen

pytestmark = pytest.mark.django_db


def jobs() -> list[dict[str, str]]:
    """What the jobs that wait are told."""
    return list(ProcrastinateJob.objects.filter(status="todo").values_list("args", flat=True))


@pytest.fixture
def case() -> UUID:
    return world.ask_for_help()


def test_a_message_its_event_and_its_job_are_written_together(case: UUID) -> None:
    message = queue(case)
    assert seen(message).state is State.WAITING
    assert jobs() == [{"message": str(message)}]
    with acting_as(world.staff("ada")):
        newest = records.events([case])[-1]
    assert newest.kind == "message.queued"
    assert newest.details["message"] == str(message)


def test_the_same_key_queues_it_once(case: UUID) -> None:
    key = uuid4()
    assert queue(case, key=key) == queue(case, key=key)
    assert len(jobs()) == 1


def test_a_message_says_what_the_template_says_with_everything_filled_in(case: UUID) -> None:
    written = seen(queue(case))
    assert written.subject == "Larkmoor Council: we have what you sent us"
    assert "Your reference: 7F3K-92QX" in written.body
    assert "((" not in written.body


def test_a_message_can_be_in_easy_read(case: UUID) -> None:
    assert "We got your form." in seen(queue(case, format=Format.EASY_READ)).body


def test_a_language_without_a_wording_is_english(case: UUID) -> None:
    assert "We have what you sent us." in seen(queue(case, language="cy")).body


def test_a_code_is_filled_in_later_and_not_stored(case: UUID) -> None:
    said = {name: SAID[name] for name in ("council", "reference", "address")} | {"until": "22 November 2027"}
    message = queue(case, template="save-and-return", personalisation=said, asked_now=True)
    assert "((code))" in seen(message).body


@pytest.mark.parametrize("without", ["reference", None])
def test_what_the_template_asks_for_must_be_given_and_nothing_else(case: UUID, without: str | None) -> None:
    said = {name: value for name, value in SAID.items() if name != without}
    with pytest.raises(WrongWords):
        queue(case, personalisation=said if without else {**said, "secret": "x"})


def test_a_value_brings_no_lines_and_no_placeholders_of_its_own(case: UUID) -> None:
    body = seen(queue(case, personalisation={**SAID, "address": "a\n\n# b ((code))"})).body
    assert "a # b ( (code))" in body


@pytest.mark.parametrize(
    ("channel", "to"),
    [
        (Channel.EMAIL, ""),
        (Channel.EMAIL, "mary"),
        (Channel.EMAIL, "mary@example.org\nbcc: all@example.org"),
        (Channel.TEXT, "01632 960 001"),
        (Channel.TEXT, "07700"),
    ],
)
def test_what_cannot_be_an_address_is_refused_with_a_sentence(case: UUID, channel: Channel, to: str) -> None:
    with pytest.raises(Refused, match="Check the"):
        queue(case, channel=channel, to=to, asked_now=True)
    assert jobs() == []


def test_a_text_that_grows_too_long_is_refused_with_a_sentence(case: UUID) -> None:
    long = {**SAID, "council": "x" * 300, "address": "y" * 300}
    with pytest.raises(Refused, match="too long for a text"):
        queue(case, channel=Channel.TEXT, to="07700 900 001", personalisation=long, asked_now=True)


def test_a_held_message_has_its_reasons_its_event_and_no_job(case: UUID) -> None:
    message = queue(case, safe_contact=SafeContact(contact_by=ContactBy.PHONE))
    assert seen(message).state is State.HELD
    assert seen(message).held_because == (Held.OTHER_WAY,)
    assert jobs() == []
    with acting_as(world.staff("ada")):
        newest = records.events([case])[-1]
    assert (newest.kind, newest.details["because"]) == ("message.held", ["other_way"])


def test_a_held_message_goes_by_no_other_way_by_itself(case: UUID) -> None:
    queue(case, safe_contact=SafeContact(contact_by=ContactBy.PHONE))
    with acting_as(world.staff("ewa")):
        assert len(queries.of_case(case)) == 1


def test_somebody_who_has_read_the_words_lets_it_go(case: UUID) -> None:
    message = queue(case, safe_contact=replace(BY_EMAIL, words=True))
    ewa = world.staff("ewa")
    assert seen(message).may_be_released
    with acting_as(ewa):
        actions.release(message=message, version=1, by=ewa, on=world.TODAY)
    assert seen(message).state is State.WAITING
    assert jobs() == [{"message": str(message)}]


def test_nobody_lets_a_message_go_that_the_person_themselves_holds(case: UUID) -> None:
    message = queue(case, safe_contact=SafeContact(contact_by=ContactBy.NONE, words=True))
    ewa = world.staff("ewa")
    with acting_as(ewa), pytest.raises(Refused, match="own word holds"):
        actions.release(message=message, version=1, by=ewa, on=world.TODAY)
    assert seen(message).state is State.HELD


def test_its_resident_does_not_let_it_go(case: UUID) -> None:
    message = queue(case, safe_contact=replace(BY_EMAIL, words=True))
    resident = Principal.resident(case)
    with acting_as(resident), pytest.raises(Refused, match="not yours"):
        actions.release(message=message, version=1, by=resident, on=world.TODAY)


def test_a_message_that_waits_is_not_sent_again(case: UUID) -> None:
    message, ewa = queue(case), world.staff("ewa")
    with acting_as(ewa), pytest.raises(Refused, match="cannot be done now"):
        actions.send_again(
            message=message, to="m@example.org", version=1, key=uuid4(), by=ewa, on=world.TODAY
        )


def test_no_job_writes_a_message_of_its_own(case: UUID) -> None:
    job = Principal.job(f"message:{queue(case)}")
    with pytest.raises(ProgrammingError, match="row-level security"):
        queue(case, by=job)


def judged(case: UUID, said: SafeContact) -> None:
    """The resident says something else about safe contact."""
    resident = Principal.resident(case)
    with acting_as(resident):
        change_safe_contact(case=case, said=said, by=resident, on=world.TODAY)


@action
def change_safe_contact(*, case: UUID, said: SafeContact, by: Principal, on: date) -> None:
    """As a stage's action does it."""
    record(ContactWished(case=case, wish="ring"), by=by, on=on)
    actions.judge_again(case=case, safe_contact=said, by=by, on=on)


def test_a_message_that_waits_is_held_once_the_person_says_otherwise(case: UUID) -> None:
    message = queue(case)
    judged(case, SafeContact(contact_by=ContactBy.NONE))
    assert (seen(message).state, seen(message).held_because) == (State.HELD, (Held.NO_CONTACT,))
    with acting_as(world.staff("ada")):
        assert records.events([case])[-1].kind == "message.held"


def test_a_message_that_may_still_go_waits_on(case: UUID) -> None:
    message = queue(case)
    judged(case, replace(BY_EMAIL, message_safe=False))
    assert seen(message).state is State.WAITING


def test_what_was_asked_for_stays_asked_for_when_another_way_is_chosen(case: UUID) -> None:
    message = queue(case, asked_now=True)
    judged(case, SafeContact(contact_by=ContactBy.PHONE))
    assert seen(message).state is State.WAITING


def test_a_failed_message_is_not_sent_again_once_the_person_says_otherwise(case: UUID) -> None:
    message, ewa = queue(case), world.staff("ewa")
    job = Principal.job(f"message:{message}")
    with acting_as(job):
        delivering.give_up(message=message, problem=Problem.BAD_ADDRESS, by=job, on=world.TODAY)
    judged(case, SafeContact(contact_by=ContactBy.LETTER))
    with acting_as(ewa), pytest.raises(Refused, match="own word holds"):
        actions.send_again(
            message=message,
            to="m@example.org",
            version=seen(message).version,
            key=uuid4(),
            by=ewa,
            on=world.TODAY,
        )


@pytest.mark.parametrize("who", ["carol", "olu"])
def test_whoever_does_not_see_the_case_sees_no_message(case: UUID, who: str) -> None:
    message = queue(case)
    with acting_as(world.staff(who)):
        assert queries.message(message) is None
        assert queries.newest() == []
        assert set(queries.counts().values()) == {0}


def test_a_message_of_a_draft_shows_to_its_writer_and_to_no_staff() -> None:
    draft = world.begin()
    message = queue(draft)
    with acting_as(Principal.resident(draft)):
        assert queries.message(message)
    with acting_as(world.staff("ewa")):
        assert queries.message(message) is None
