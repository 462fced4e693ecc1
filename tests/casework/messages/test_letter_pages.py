"""Letters in the outbox: looked at, printed, posted and put right by managers, and by nobody else."""

import io
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django.fixtures import Settings

from onward.gateways.notify.fake.service import FakeNotify
from onward.records.models import Staff
from onward.vocabulary.messages import State
from tests import world
from tests.casework.messages.letters import MARY
from tests.casework.messages.post import queue, seen
from tests.casework.messages.test_letters import write

pytestmark = pytest.mark.django_db
OUTBOX = "/staff/outbox/"


def of(username: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username=username))
    return client


@pytest.fixture
def case() -> UUID:
    return world.ask_for_help()


def test_a_manager_prints_and_posts_it_and_the_outbox_says_who_and_when(case: UUID) -> None:
    message, ewa = write(case), of("ewa")
    assert "To print: 1" in ewa.get(OUTBOX).content.decode()
    assert "Mary Windlebrook, 1 Made-up Row" in ewa.get(f"{OUTBOX}?state=to_print").content.decode()
    page = ewa.get(f"{OUTBOX}{message}/").content.decode()
    assert f"{OUTBOX}{message}/letter.pdf" in page
    answer = ewa.get(f"{OUTBOX}{message}/letter.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "Mary Windlebrook" in PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert ewa.post(f"{OUTBOX}{message}/posted/", {"version": 1}).status_code == 302
    assert seen(message).state is State.SENT
    assert "Posted by Ewa Evenkeel on" in ewa.get(f"{OUTBOX}{message}/").content.decode()


def test_two_managers_do_not_post_it_twice(case: UUID) -> None:
    message, ewa = write(case), of("ewa")
    answers = [ewa.post(f"{OUTBOX}{message}/posted/", {"version": 1}) for _each in range(2)]
    assert [each.status_code for each in answers] == [302, 422]


def test_an_address_is_put_right_in_lines(case: UUID) -> None:
    failed, ewa = write(case, to="Mary\nThe blue house", typed_now=False), of("ewa")
    assert "<textarea" in ewa.get(f"{OUTBOX}{failed}/").content.decode()
    sent = {"version": 1, "key": uuid4()}
    wrong = ewa.post(f"{OUTBOX}{failed}/again/", {**sent, "to": "Mary\nThe blue house"})
    assert (wrong.status_code, "the postcode last" in wrong.content.decode()) == (422, True)
    assert ewa.post(f"{OUTBOX}{failed}/again/", {**sent, "to": MARY}).status_code == 302


def test_what_there_are_no_words_for_is_said_on_the_page(case: UUID) -> None:
    message = write(case, language="pl", unmet=("braille", "Klingon"))
    page = of("ewa").get(f"{OUTBOX}{message}/").content.decode()
    assert "They asked for: Polish, Braille, Klingon." in page
    assert "this is in plain English" in page


@pytest.mark.parametrize("who", ["ada", "olu", "carol"])
@pytest.mark.parametrize("path", ["letter.pdf", "posted/"])
def test_nobody_else_sees_or_posts_it(case: UUID, who: str, path: str) -> None:
    message = write(case)
    assert of(who).get(f"{OUTBOX}{message}/{path}").status_code == 403


def test_an_email_is_no_letter(case: UUID) -> None:
    assert of("ewa").get(f"{OUTBOX}{queue(case)}/letter.pdf").status_code == 404


def test_in_the_demonstration_a_letter_is_read_as_the_service_has_it(
    settings: Settings, fake: FakeNotify
) -> None:
    number = str(uuid4())
    fake.notifications.append(
        {"id": number, "reference": None, "type": "letter", "email_address": None, "phone_number": None}
        | {"subject": "Pre-compiled PDF", "body": "", "status": "received"}
    )
    fake.pdfs[number] = b"%PDF-1.7 of a letter"
    taken = f"{OUTBOX}taken/{number}.pdf"
    assert of("ewa").get(taken).status_code == 404
    settings.DEMO = True
    assert taken in of("ewa").get(OUTBOX).content.decode()
    assert of("ewa").get(taken).content == b"%PDF-1.7 of a letter"
    assert of("ewa").get(f"{OUTBOX}taken/{uuid4()}.pdf").status_code == 404
