"""Messages are handed over once, whatever happens to the service, the worker or the answer."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from onward.casework.messages import actions, delivering, queries
from onward.gateways.notify.fake.service import FakeNotify
from onward.records import queries as records
from onward.records.codes import code_of
from onward.records.principal import acting_as
from onward.rules.contacting import SafeContact
from onward.vocabulary.messages import Channel, ContactBy, Problem, State
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.messages.post import SAID, Worker, queue, seen

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def case(committed: None) -> UUID:
    return world.ask_for_help()


def kinds(case: UUID) -> list[str]:
    """What happened to messages of the case, in order."""
    with acting_as(world.staff("ada")):
        return [each.kind for each in records.events([case]) if each.kind.startswith("message.")]


def test_a_message_is_handed_over_by_the_worker(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    message = queue(case)
    worker.work()
    (taken,) = fake.notifications
    assert (taken["email_address"], taken["reference"]) == ("mary@example.org", str(message))
    assert taken["body"] == seen(message).body
    assert seen(message).state is State.SENT
    assert kinds(case) == ["message.queued", "message.sent"]


def test_a_text_is_handed_over_too(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    by_text = SafeContact(contact_by=ContactBy.TEXT)
    message = queue(case, channel=Channel.TEXT, to="07700 900 001", safe_contact=by_text)
    worker.work()
    assert fake.notifications[0]["phone_number"] == "07700 900 001"
    assert seen(message).state is State.SENT


def test_the_code_is_in_what_is_handed_over(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    said = {name: SAID[name] for name in ("council", "reference", "address")} | {"until": "22 November 2027"}
    queue(case, template="save-and-return", personalisation=said, asked_now=True)
    worker.work()
    assert f"Your code: {code_of(case)}" in fake.notifications[0]["body"]


def test_a_message_of_a_draft_is_handed_over(committed: None, worker: Worker, fake: FakeNotify) -> None:
    queue(world.begin())
    worker.work()
    assert len(fake.notifications) == 1


def test_a_held_message_is_not_handed_over(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    queue(case, safe_contact=SafeContact(contact_by=ContactBy.NONE))
    worker.work()
    assert fake.requests == 0


def test_a_service_that_is_down_for_an_hour_loses_nothing(
    case: UUID, worker: Worker, fake: FakeNotify
) -> None:
    messages = [queue(case) for _each in range(3)]
    fake.trouble = 503
    for _minute in range(60):
        worker.work()
        worker.later(MINUTE)
    assert {seen(each).state for each in messages} == {State.WAITING}
    assert {seen(each).problem for each in messages} == {Problem.DOWN}
    fake.trouble = None
    worker.later(HOUR)
    worker.work()
    assert {seen(each).state for each in messages} == {State.SENT}
    assert sorted(each["reference"] for each in fake.notifications) == sorted(map(str, messages))


def test_after_more_than_a_day_it_fails_with_a_problem(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    message, fake.trouble = queue(case), 500
    for _hour in range(24):
        worker.work()
        worker.later(HOUR)
    assert seen(message).state is State.WAITING
    for _hour in range(48):
        worker.work()
        worker.later(HOUR)
    assert (seen(message).state, seen(message).problem) == (State.FAILED, Problem.DOWN)
    assert kinds(case) == ["message.queued", "message.failed"]


def test_what_can_not_be_an_address_fails_at_once(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    message = queue(case)
    worker.as_owner("UPDATE outbox_message SET \"to\" = 'nobody'")
    worker.work()
    assert (seen(message).state, seen(message).problem) == (State.FAILED, Problem.BAD_ADDRESS)


@pytest.mark.usefixtures("worker")
def test_where_no_account_is_set_up_it_waits_for_one(case: UUID, worker: Worker) -> None:
    message = queue(case)
    worker.work()
    assert (seen(message).state, seen(message).problem) == (State.WAITING, Problem.NOT_SET_UP)
    assert not queries.can_send()


def test_a_message_whose_answer_was_lost_is_not_sent_twice(
    case: UUID, worker: Worker, fake: FakeNotify
) -> None:
    message, fake.loses_answers = queue(case), True
    worker.work()
    assert seen(message).state is State.WAITING
    fake.loses_answers = False
    worker.later(HOUR)
    worker.work()
    assert seen(message).state is State.SENT
    assert len(fake.notifications) == 1


def test_a_worker_that_died_before_it_noted_the_answer_sends_nothing_twice(
    case: UUID, worker: Worker, fake: FakeNotify, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = queue(case)

    def die(**_told: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(delivering, "note_sent", die)
        job = Principal.job(f"message:{message}")
        with acting_as(job), pytest.raises(KeyboardInterrupt):
            delivering.hand_over(message=message, by=job, on=world.TODAY, at=world.NOON)
    worker.work()
    assert seen(message).state is State.SENT
    assert len(fake.notifications) == 1


def test_the_jobs_of_a_worker_that_died_are_begun_again(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    message = queue(case)
    worker.as_owner("UPDATE procrastinate_jobs SET status = 'doing'")
    worker.work()
    assert seen(message).state is State.WAITING
    worker.run_periodic("jobs.retry_stalled")
    worker.work()
    assert seen(message).state is State.SENT


def test_a_job_that_runs_twice_hands_over_once(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    message = queue(case)
    job = Principal.job(f"message:{message}")
    with acting_as(job):
        for _time in range(2):
            delivering.hand_over(message=message, by=job, on=world.TODAY, at=world.NOON)
    assert len(fake.notifications) == 1


def test_that_it_arrived_is_heard_of(case: UUID, worker: Worker, fake: FakeNotify) -> None:
    message = queue(case)
    worker.work()
    assert seen(message).arrived_at is None
    worker.run_periodic("messages.hear")
    assert seen(message).arrived_at
    assert kinds(case)[-1] == "message.arrived"
    requests = fake.requests
    worker.run_periodic("messages.hear")
    assert fake.requests == requests  # what is known is not asked for again


@pytest.mark.parametrize(
    ("to", "problem"),
    [
        ("perm-fail@simulator.notify", Problem.NO_SUCH_ADDRESS),
        ("temp-fail@simulator.notify", Problem.NOT_REACHED),
    ],
)
def test_that_it_did_not_arrive_is_heard_of(
    to: str, problem: Problem, case: UUID, worker: Worker, fake: FakeNotify
) -> None:
    message = queue(case, to=to)
    worker.work()
    worker.run_periodic("messages.hear")
    assert (seen(message).state, seen(message).problem) == (State.FAILED, problem)


def test_a_message_is_asked_for_until_something_is_known(
    case: UUID, worker: Worker, fake: FakeNotify
) -> None:
    message = queue(case)
    worker.work()
    fake.notifications[0]["status"] = "sending"
    worker.run_periodic("messages.hear")
    assert seen(message).arrived_at is None
    fake.trouble = 500
    worker.run_periodic("messages.hear")
    fake.trouble, fake.notifications[0]["status"] = None, "delivered"
    worker.run_periodic("messages.hear")
    assert seen(message).arrived_at


def test_a_failed_message_is_sent_again_to_an_address_put_right(
    case: UUID, worker: Worker, fake: FakeNotify
) -> None:
    failed, ewa, key = queue(case, to="perm-fail@simulator.notify"), world.staff("ewa"), uuid4()
    worker.work()
    worker.run_periodic("messages.hear")
    with acting_as(ewa):
        again = [
            actions.send_again(
                message=failed,
                to="mary@example.org",
                version=seen(failed).version,
                key=key,
                by=ewa,
                on=world.TODAY,
            )
            for _press in range(2)
        ]
    worker.work()
    assert again[0] == again[1]
    assert seen(again[0]).state is State.SENT
    assert seen(again[0]).body == seen(failed).body
    assert seen(failed).state is State.FAILED
    assert not seen(failed).may_be_sent_again
    assert [each["email_address"] for each in fake.notifications] == [
        "perm-fail@simulator.notify",
        "mary@example.org",
    ]
