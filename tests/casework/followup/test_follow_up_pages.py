"""How it went, on pages: the person's own, the one that staff write on, and the manager's."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from onward.public.residents import token
from onward.records.models import Staff
from onward.vocabulary.contact import State as Stands
from onward.vocabulary.followup import NotAsked, State
from tests import world
from tests.casework.followup.advised import (
    BY_PHONE,
    HELPED,
    LOOK_AGAIN,
    SIX_WEEKS_ON,
    advised,
    answer,
    follow_up_of,
    job,
    promises_to_ask,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake")]


@pytest.fixture
def six_weeks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: SIX_WEEKS_ON)


def of(username: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username=username))
    return client


def test_the_shared_page_asks_once_it_is_time_and_one_press_asks_for_an_assessment(
    six_weeks_on: None,
) -> None:
    case, client = advised(), Client()
    session = client.session
    session["case"] = str(case)
    session.save()
    assert "How did it go?" not in client.get("/request/status/").content.decode()
    job()
    assert "How did it go?" in client.get("/request/status/").content.decode()
    path, sent = "/request/how-did-it-go/", {"draft": token(case), "key": str(uuid4())}
    assert "Did what we told you help?" in client.get(path).content.decode()
    wrong = client.post(path, sent)
    assert wrong.status_code == 422
    assert client.post(path, {**sent, "worked": "no", "again": "yes"}).status_code == 302
    assert world.request_of(case).state is Stands.QUESTIONED
    assert client.get(path).status_code == 302


def test_staff_ask_on_the_telephone_with_the_same_questions(six_weeks_on: None) -> None:
    case = advised(safe=BY_PHONE)
    job()
    ada, path = of("ada"), f"/staff/follow-ups/{case}/"
    assert (
        path
        in ada.get("/staff/promises/").content.decode()
        + ada.get(f"/staff/promises/{promises_to_ask(case)[0].id}/").content.decode()
    )
    page = ada.get(path).content.decode()
    assert "Did what we told you help?" in page
    assert "Do not leave a message" in page
    assert ada.post(path, {"key": str(uuid4())}).status_code == 422
    assert ada.post(path, {"key": str(uuid4()), "worked": "yes", "again": "no"}).status_code == 302
    assert follow_up_of(case).state == State.ANSWERED
    assert ada.get(path).status_code == 404
    assert of("olu").get(path).status_code == 404


def test_staff_say_that_somebody_is_not_to_be_asked(six_weeks_on: None) -> None:
    case = advised(safe=BY_PHONE)
    job()
    path = f"/staff/follow-ups/{case}/do-not-ask/"
    assert of("ada").post(path, {}).status_code == 422
    assert of("ada").post(path, {"because": "died"}).status_code == 302
    assert follow_up_of(case).not_asked_because == NotAsked.DIED


def test_the_manager_sees_held_beside_advised_and_no_share_of_few(six_weeks_on: None) -> None:
    for number in range(10):
        case = advised()
        job()
        if number < 9:
            answer(case, HELPED)
    ewa, path = of("ewa"), "/staff/figures/six-weeks/"
    assert "They are too few for a share." in ewa.get(path).content.decode()
    answer(case, LOOK_AGAIN)
    page = ewa.get(path).content.decode()
    assert "9 of the 10 who answered say that it helped: 90%." in page
    assert "Closed with advice: 10. Asked: 10." in page
    listed = ewa.get(f"{path}yes/").content.decode()
    assert listed.count('href="/staff/requests/') - listed.count('href="/staff/requests/"') == 9
    assert ewa.get(f"{path}gold/").status_code == 404
    assert SIX_WEEKS_ON - timedelta(days=42) == world.TODAY
