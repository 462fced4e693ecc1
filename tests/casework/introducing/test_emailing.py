"""The email to a service: a link and nothing about anybody, once, and told where it could not be delivered."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from onward.casework.links import queries as links
from onward.casework.links.actions import open_link
from onward.config.databases import Access
from onward.gateways.notify.fake.service import FakeNotify
from onward.policy.partners import partners
from onward.records.principal import acting_as
from onward.vocabulary.messages import Problem, State
from tests import world
from tests.casework.introducing.agreeing import CLUB_EMAIL, introduce, link_of, seen, take_back
from tests.casework.introducing.conftest import with_email
from tests.casework.messages.post import Worker
from tests.policy.test_message_wording import TELLING
from tests.reading_age import MOST_GRADE, grade


@pytest.fixture
def worker(committed: None, access: Access) -> Worker:
    return Worker(access)


@pytest.fixture
def made(committed: None) -> UUID:
    return introduce(world.ask_for_help(), with_email(CLUB_EMAIL))


def state(made: UUID) -> tuple[State, Problem | None]:
    with acting_as(world.staff("ada")):
        link = links.link(link_of(made))
    assert link
    return link.state, link.problem


def test_the_email_holds_a_link_and_nothing_about_the_person(
    made: UUID, worker: Worker, fake: FakeNotify
) -> None:
    worker.work()
    (sent,) = fake.notifications
    assert sent["email_address"] == CLUB_EMAIL
    for kept in ("Mary", "Windlebrook", "960 001", "Fridays", seen(made).reference):
        assert kept not in f"{sent['subject']} {sent['body']}"
    carried = re.search(r"https://help.example.org/partners/([\w-]{43})/", sent["body"])
    assert carried and open_link(token=carried[1]) == link_of(made)
    assert state(made) == (State.SENT, None)


def test_the_token_is_stored_nowhere(made: UUID, worker: Worker, fake: FakeNotify) -> None:
    worker.work()
    carried = re.search(r"partners/([\w-]{43})/", fake.notifications[0]["body"])
    assert carried
    tables = worker.as_owner("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    for (table,) in tables:
        rows = worker.as_owner(
            f'SELECT count(*) FROM "{table}" each WHERE each::text LIKE %s', f"%{carried[1]}%"
        )
        assert rows == [(0,)], table


def test_it_goes_once_however_often_the_job_runs(made: UUID, worker: Worker, fake: FakeNotify) -> None:
    worker.work()
    worker.as_owner("UPDATE procrastinate_jobs SET status = 'todo' WHERE task_name = 'links.deliver'")
    worker.work()
    assert len(fake.notifications) == 1


def test_one_that_was_taken_back_before_it_went_does_not_go(
    made: UUID, worker: Worker, fake: FakeNotify
) -> None:
    take_back(made, world.staff("ada"))
    worker.work()
    assert fake.notifications == []


def test_where_messages_are_not_set_up_it_waits_and_then_says_so(made: UUID, worker: Worker) -> None:
    worker.work()
    assert state(made) == (State.WAITING, Problem.NOT_SET_UP)
    for _ in range(60):
        worker.later(timedelta(days=1))
        worker.work()
        if state(made)[0] is State.FAILED:
            break
    assert state(made) == (State.FAILED, Problem.NOT_SET_UP)


@pytest.mark.parametrize("name", list(partners().emails))
def test_our_emails_to_organisations_are_plain_and_say_nothing_of_anybodys_life(name: str) -> None:
    email = partners().emails[name].filled({"council": "It", "service": "it", "link": "it", "until": "May"})
    assert not TELLING.search(f"{email.subject} {email.body}")
    assert grade(email.body.splitlines()) <= MOST_GRADE
    assert {"((council))", "((link))", "((until))"} <= set(
        re.findall(r"\(\([a-z]+\)\)", partners().emails[name].body)
    )
