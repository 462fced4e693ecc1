"""The outbox as managers see and use it, and as nobody else does."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from onward.casework.messages import delivering, queries
from onward.gateways.notify.fake.service import FakeNotify
from onward.records import queries as records
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.rules.contacting import SafeContact
from onward.vocabulary.messages import ContactBy, Problem, State
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.messages.post import BY_EMAIL, queue, seen

pytestmark = pytest.mark.django_db
OUTBOX = "/staff/outbox/"


@pytest.fixture
def case() -> UUID:
    return world.ask_for_help()


def of(username: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username=username))
    return client


def shown(client: Client, path: str = OUTBOX) -> str:
    page = client.get(path)
    assert page.status_code == 200
    return page.content.decode()


def fail(message: UUID, problem: Problem = Problem.BAD_ADDRESS) -> UUID:
    job = Principal.job(f"message:{message}")
    with acting_as(job):
        delivering.give_up(message=message, problem=problem, by=job, on=world.TODAY)
    return message


def test_an_empty_outbox_says_so() -> None:
    assert "There are no messages yet" in shown(of("ewa"))


def test_where_messages_are_not_set_up_it_says_so() -> None:
    assert "No email or text leaves this system yet" in shown(of("ewa"))


def test_a_manager_sees_what_waits_failed_and_is_held_and_why(case: UUID) -> None:
    queue(case)
    fail(queue(case, to="mray@example.org"))
    queue(case, safe_contact=SafeContact(contact_by=ContactBy.LETTER))
    page = shown(of("ewa"))
    assert "mary@example.org" in page
    assert "This cannot be an address" in page
    assert "They asked to be reached in another way." in page
    assert all(each in page for each in ("Waiting: 1", "Failed: 1", "Held: 1", "Sent: 0"))


def test_only_those_in_one_state_are_shown_where_that_is_asked_for(case: UUID) -> None:
    queue(case)
    fail(queue(case, to="mray@example.org"))
    page = shown(of("ewa"), f"{OUTBOX}?state=failed")
    assert "mray@example.org" in page
    assert "mary@example.org" not in page


def test_a_state_that_is_none_shows_all(case: UUID) -> None:
    queue(case)
    assert "mary@example.org" in shown(of("ewa"), f"{OUTBOX}?state=lost")


@pytest.mark.parametrize("who", ["ada", "olu", "carol"])
def test_nobody_but_a_manager_opens_it(case: UUID, who: str) -> None:
    message, client = queue(case), of(who)
    for path in (OUTBOX, f"{OUTBOX}{message}/", f"{OUTBOX}{message}/again/", f"{OUTBOX}{message}/release/"):
        assert client.get(path).status_code == 403


def test_every_look_is_written_down(case: UUID) -> None:
    message = queue(case)
    shown(of("ewa"))
    shown(of("ewa"), f"{OUTBOX}{message}/")
    with acting_as(world.staff("ewa")):
        assert [each.why for each in records.looks()[:2]] == ["read_message", "outbox"]


def test_a_message_that_is_not_there_looks_like_one_that_may_not_be_seen() -> None:
    of_a_draft = queue(world.begin())
    client = of("ewa")
    pages = [client.get(f"{OUTBOX}{each}/") for each in (of_a_draft, uuid4())]
    assert [each.status_code for each in pages] == [404, 404]


def test_a_manager_puts_the_address_right_and_sends_it_again(case: UUID) -> None:
    failed, client = fail(queue(case, to="mray@example.org")), of("ewa")
    assert 'value="mray@example.org"' in shown(client, f"{OUTBOX}{failed}/")
    sent = {"to": "mary@example.org", "version": seen(failed).version, "key": uuid4()}
    for _press in range(2):
        assert client.post(f"{OUTBOX}{failed}/again/", sent).status_code == 302
    with acting_as(world.staff("ewa")):
        assert [(each.to, each.state) for each in queries.of_case(case)] == [
            ("mary@example.org", State.WAITING),
            ("mray@example.org", State.FAILED),
        ]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("nobody", "Check the email address"),
        ("", "Write the address or the number"),
        ("x" * 400, "That is too long for an address"),
    ],
)
def test_a_wrong_address_comes_back_with_what_to_do(case: UUID, typed: str, says: str) -> None:
    failed, client = fail(queue(case)), of("ewa")
    page = client.post(
        f"{OUTBOX}{failed}/again/", {"to": typed, "version": seen(failed).version, "key": uuid4()}
    )
    assert page.status_code == 422
    assert says in page.content.decode()
    assert f'value="{typed}"' in page.content.decode() or not typed
    assert 'href="#to"' in page.content.decode()


def test_two_managers_do_not_send_it_twice(case: UUID) -> None:
    failed, client = fail(queue(case)), of("ewa")
    version = seen(failed).version
    pages = [
        client.post(
            f"{OUTBOX}{failed}/again/", {"to": "mary@example.org", "version": version, "key": uuid4()}
        )
        for _each in range(2)
    ]
    assert [each.status_code for each in pages] == [302, 422]
    assert "cannot be done now" in pages[1].content.decode()


def test_a_manager_who_has_read_the_words_lets_it_go(case: UUID) -> None:
    held, client = queue(case, safe_contact=replace(BY_EMAIL, words=True)), of("ewa")
    assert "Is it safe to send?" in shown(client, f"{OUTBOX}{held}/")
    assert client.post(f"{OUTBOX}{held}/release/", {"version": 1}).status_code == 302
    assert seen(held).state is State.WAITING


def test_a_message_that_the_person_holds_has_no_button(case: UUID) -> None:
    held = queue(case, safe_contact=SafeContact(contact_by=ContactBy.NONE))
    page = shown(of("ewa"), f"{OUTBOX}{held}/")
    assert "Is it safe to send?" not in page
    assert "They asked us not to contact them." in page


def test_the_page_asks_the_database_as_often_for_many_messages_as_for_one(
    case: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = of("ewa")
    queue(case)
    with django_assert_max_num_queries(40) as for_one:
        shown(client)
    for _each in range(20):
        queue(case)
    with django_assert_max_num_queries(len(for_one)):
        shown(client)


def test_the_demonstration_shows_what_its_service_took(settings: Settings, fake: FakeNotify) -> None:
    settings.DEMO = True
    fake.notifications.append(
        {
            "id": "1",
            "type": "sms",
            "reference": None,
            "email_address": None,
            "phone_number": "07700 900 001",
            "subject": None,
        }
        | {"body": "A text of a draft.", "status": "delivered"}
    )
    assert "A text of a draft." in shown(of("ewa"))


def test_outside_the_demonstration_the_service_is_not_asked(fake: FakeNotify) -> None:
    assert "What would have arrived" not in shown(of("ewa"))
    assert fake.requests == 0


def test_a_demonstration_whose_service_is_down_still_shows_the_page(
    settings: Settings, fake: FakeNotify
) -> None:
    settings.DEMO, fake.trouble = True, 503
    assert "None yet." in shown(of("ewa"))
