"""A worker's pages: choosing services, giving a list, introducing with consent, and what came of it."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from onward.casework.introducing import actions, lists, queries
from onward.casework.messages import queries as outbox
from onward.policy.partners import partners
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.vocabulary.introductions import State
from onward.vocabulary.messages import State as Sent
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.introducing.agreeing import AGREED, TOLD, answer, introduce, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> UUID:
    return world.ask_for_help()


@pytest.fixture
def can_send(settings: Any) -> None:
    settings.NOTIFY = {**settings.NOTIFY, "key": "k", "email_template": "e", "text_template": "t"}


def of(username: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username=username))
    return client


def text(page: Any) -> str:
    return re.sub(r"\s+", " ", page.content.decode())


def at(case: UUID, rest: str = "") -> str:
    return f"/staff/introductions/{case}/{rest}"


def agreed(service: str, **changed: str) -> dict[str, str]:
    return {
        "key": str(uuid4()),
        "service": service,
        "name": "Mary",
        "reach": "Ring 01632 960 001",
        "want": "Company",
        "consent_by": "person",
        "consent_how": "telephone",
        "consent_on": "20/11/2026",
    } | changed


def test_services_are_found_and_ticked(case: UUID, club: str) -> None:
    page = text(of("ada").get(at(case), {"words": "lunch", "near": club}))
    assert f'value="{club}"' in page
    assert page.count('name="service"') > 1


def test_it_begins_with_what_they_told_us(case: UUID, club: str) -> None:
    page = text(of("ada").get(at(case, "new/"), {"service": club}))
    assert 'value="Mary"' in page
    assert "Ring 01632 960 001. Talk only to them: leave no message." in page
    assert "Nobody comes since the club closed." in page


def test_a_worker_introduces_them_and_reads_what_came_of_it(case: UUID, club: str) -> None:
    ada = of("ada")
    gone = ada.post(at(case, "new/"), agreed(club))
    assert gone.status_code == 302
    with acting_as(world.staff("ada")):
        (made,) = queries.of_case(case)
    answer(made.id, State.TAKEN_ON, words="She starts on Friday.")
    page = text(ada.get(gone["Location"]))
    assert "Taken on" in page and "She starts on Friday." in page and "by the service itself" in page
    assert made.service_name in text(ada.get(f"/staff/requests/{made.reference}/"))


def test_what_is_missing_is_said_and_what_was_typed_stays(case: UUID, club: str) -> None:
    page = of("ada").post(at(case, "new/"), agreed(club, consent_by="", consent_on="soon"))
    assert page.status_code == 422 and "Write the day as day, month and year" in text(page)
    page = of("ada").post(at(case, "new/"), agreed(club, consent_by="", reach=""))
    assert "Choose who agreed to this" in text(page) and "reach the person safely" in text(page)
    assert 'value="20/11/2026"' in text(page)
    with acting_as(world.staff("ada")):
        assert queries.of_case(case) == []


def test_a_worker_writes_down_an_answer_and_takes_it_back_for_them(case: UUID, quiet_club: str) -> None:
    made, ada = introduce(case, quiet_club), of("ada")
    assert "Ring them, or print this page" in text(ada.get(f"/staff/introductions/one/{made}/"))
    heard = {"key": str(uuid4()), "answer": "waiting_list", "weeks": "4"}
    ada.post(f"/staff/introductions/one/{made}/answer/", heard)
    assert seen(made).answers[0].weeks == 4
    ada.post(f"/staff/introductions/one/{made}/taken-back/", {"version": seen(made).version})
    assert seen(made).state is State.TAKEN_BACK


def test_a_link_is_sent_again(case: UUID, club: str) -> None:
    made = introduce(case, club)
    before = seen(made).link
    of("ada").post(f"/staff/introductions/one/{made}/again/", {"version": 1})
    assert seen(made).link != before


@pytest.mark.parametrize("who", ["olu", "edie"])
def test_nobody_of_another_team_sees_or_introduces(case: UUID, club: str, who: str) -> None:
    made, client = introduce(case, club), of(who)
    for path in (at(case), at(case, f"new/?service={club}"), f"/staff/introductions/one/{made}/"):
        assert client.get(path).status_code in (403, 404)
    assert client.post(at(case, "new/"), agreed(club)).status_code in (403, 404)


def test_a_printed_list_is_kept_and_is_a_page_without_a_name(case: UUID, club: str) -> None:
    ada = of("ada")
    gone = ada.post(at(case, "list/"), {"service": [club], "by": "print", "key": str(uuid4())})
    assert gone["Location"].startswith("/services/list/?service=")
    with acting_as(Principal.resident(case)):
        (given,) = lists.lists_of(case)
    assert (given.channel, given.service_ids) == ("print", (club,))
    page = text(Client().get(gone["Location"]))
    assert given.services[0] in page and "Windlebrook" not in page


def test_a_message_says_nothing_of_the_list_and_waits_where_it_may_not_go(
    case: UUID, club: str, can_send: None
) -> None:
    sent = {"service": [club], "by": "text", "to": "07700 900 001", "key": str(uuid4())}
    page = text(of("ada").post(at(case, "list/"), sent))
    assert "The message waits for a person" in page  # Mary wants to be rung, and no message left
    with acting_as(world.staff("ewa")):
        (message,) = outbox.of_case(case)
        (given,) = lists.lists_of(case)
    assert message.state is Sent.HELD and given.channel == "text"
    assert given.services[0] not in message.body


def test_a_message_goes_where_they_want_it(club: str, can_send: None) -> None:
    case = world.ask_for_help(safe={"contact-by": ("email",), "email": ("mary@example.org",)})
    sent = {"service": [club], "by": "email", "to": "mary@example.org", "key": str(uuid4())}
    assert "a message on its way" in text(of("ada").post(at(case, "list/"), sent))


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"by": "print"}, "Choose the services"),
        ({"by": "print", "service": ["gone"]}, "not in the directory any more"),
        ({"by": "pigeon", "service": ["CLUB"]}, "Choose how they get the list"),
        ({"by": "text", "service": ["CLUB"], "to": "nowhere"}, "Check the mobile number"),
    ],
)
def test_a_list_that_cannot_be_is_refused_with_a_sentence(
    case: UUID, club: str, can_send: None, sent: dict[str, Any], says: str
) -> None:
    told = {**sent, "service": [club if each == "CLUB" else each for each in sent.get("service", ())]}
    page = of("ada").post(at(case, "list/"), told)
    assert page.status_code == 422 and says in text(page)
    with acting_as(world.staff("ada")):
        assert lists.lists_of(case) == []


def test_a_reminder_is_on_the_page_of_what_waits(case: UUID, club: str) -> None:
    on = timezone.localdate() - timedelta(days=partners().remind_after_days)
    with acting_as(world.staff("ada")):
        actions.introduce(
            case=case,
            service=club,
            told=TOLD,
            consent=replace(AGREED, on=on),
            key=uuid4(),
            by=world.staff("ada"),
            on=on,
        )
    assert "Introduced, and nothing heard" in text(of("ada").get("/staff/requests/"))
    assert "Introduced, and nothing heard" not in text(of("olu").get("/staff/requests/"))
