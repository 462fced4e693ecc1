"""The huddle: the morning's requests together, who is there, decided one after another, disagreements kept."""

import re
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from onward.casework.meetings import queries as met
from onward.journey.contact.huddle import after
from onward.records.models import Look, Staff
from onward.records.principal import acting_as
from onward.records.staffing import number_of
from onward.vocabulary.contact import State
from onward.vocabulary.meetings import Kind
from tests import world

pytestmark = pytest.mark.django_db
HUDDLE = "/staff/requests/huddle/"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: world.TODAY)


@pytest.fixture
def ada() -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    return client


def begin(client: Client, *names: str) -> None:
    assert client.post(HUDDLE, {"present": [number_of(each) for each in names]}).status_code == 302


def filled(page: str, **typed: object) -> dict[str, object]:
    hidden = dict(re.findall(r'<input type="hidden" name="(version|key|from)" value="([^"]*)"', page))
    return {**hidden, **typed}


def advice(page: str, **changed: object) -> dict[str, object]:
    typed = {"outcome": "advice", "grounds": ["no_appearance_of_need"], "reason": "You manage well."}
    return filled(page, **{**typed, **changed})


def shown(client: Client, reference: str = "") -> str:
    return client.get(f"{HUDDLE}?at={reference}").content.decode()


def reference_on(page: str) -> str:
    found = re.search(r"<title>Huddle: ([\w-]+)", page)
    return found.group(1) if found else ""


def test_it_begins_with_who_is_there(ada: Client) -> None:
    assert "Who is there?" in ada.get(HUDDLE).content.decode()
    begin(ada, "ada", "ewa")
    meeting = met.open_meeting(Kind.HUDDLE, "front-door")
    assert meeting
    assert set(meeting.present) == {number_of("ada"), number_of("ewa")}


def test_requests_are_decided_one_after_another_until_nothing_waits(ada: Client) -> None:
    cases = {world.reference_of(world.ask_for_help()) for _ in range(3)}
    begin(ada, "ada")
    seen = []
    page = shown(ada)
    while reference := reference_on(page):
        seen.append(reference)
        sent = ada.post(f"{HUDDLE}?at={reference}", advice(page))
        assert sent.status_code == 302, sent.content
        page = ada.get(sent["Location"].split("#")[0]).content.decode()
    assert sorted(seen) == sorted(cases)
    assert "Nothing waits" in page


def test_after_a_decision_the_first_answer_to_the_next_is_one_key_away(ada: Client) -> None:
    for _ in range(2):
        world.ask_for_help()
    begin(ada, "ada")
    page = shown(ada)
    sent = ada.post(f"{HUDDLE}?at={reference_on(page)}", advice(page))
    assert sent["Location"].endswith("#decide")
    assert '<form id="decide"' in shown(ada)


def test_what_a_decision_needs_is_asked_for_here_too_and_nothing_typed_is_lost(ada: Client) -> None:
    world.ask_for_help()
    begin(ada, "ada")
    page = shown(ada)
    again = ada.post(f"{HUDDLE}?at={reference_on(page)}", advice(page, grounds=[]))
    assert again.status_code == 422
    assert "Say that there is no appearance of need" in again.content.decode()
    assert "You manage well." in again.content.decode()


def test_one_that_is_left_comes_back_after_the_last(ada: Client) -> None:
    first, second = (world.reference_of(world.ask_for_help()) for _ in range(2))
    begin(ada, "ada")
    order = [reference_on(shown(ada))]
    order.append(next(each for each in (first, second) if each != order[0]))
    assert f"{HUDDLE}?at={order[1]}#decide" in shown(ada, order[0])
    assert f"{HUDDLE}?at={order[0]}#decide" in shown(ada, order[1])


def test_who_sees_it_otherwise_is_kept_and_shown_and_a_half_written_decision_stays(ada: Client) -> None:
    case = world.ask_for_help()
    reference = world.reference_of(case)
    begin(ada, "ada", "ewa")
    typed = advice(
        shown(ada),
        reason="Half written.",
        otherwise="1",
        who=number_of("ewa"),
        would_choose="assessment",
        words="She fell twice.",
    )
    page = ada.post(f"{HUDDLE}?at={reference}", typed).content.decode()
    assert "She fell twice." in page
    assert "Half written." in page
    assert world.request_of(case).state is State.WAITING
    own = ada.get(f"/staff/requests/{reference}/").content.decode()
    assert "would choose: Assessment" in own


def test_an_opinion_that_is_sent_twice_is_kept_once(ada: Client) -> None:
    case = world.ask_for_help()
    begin(ada, "ada")
    sent = filled(shown(ada), otherwise="1", who=number_of("ada"), words="She fell twice.")
    for _ in range(2):
        assert ada.post(f"{HUDDLE}?at={world.reference_of(case)}", sent).status_code == 200
    with acting_as(world.staff("ada")):
        assert len(met.opinions(case)) == 1


@pytest.mark.parametrize("typed", [{"who": "", "words": "x"}, {"who": "99999", "words": "x"}, {"words": ""}])
def test_an_opinion_of_nobody_there_or_of_nothing_is_refused_and_stays_typed(
    ada: Client, typed: dict[str, str]
) -> None:
    case = world.ask_for_help()
    begin(ada, "ada")
    sent = {"otherwise": "1", "who": str(number_of("ada")), **typed}
    page = ada.post(f"{HUDDLE}?at={world.reference_of(case)}", sent)
    assert page.status_code == 422
    with acting_as(world.staff("ada")):
        assert met.opinions(case) == []


def test_making_the_person_leads_back_to_the_huddle(ada: Client) -> None:
    case = world.ask_for_help()
    reference = world.reference_of(case)
    begin(ada, "ada")
    coming = filled(shown(ada), outcome="assessment", reason="It sounds hard.", coming="1")
    match = ada.post(f"/staff/requests/{reference}/person/", coming).content.decode()
    new = filled(match, given_name="Mary", family_name="Windlebrook", reason="It sounds hard.")
    back = ada.post(f"/staff/requests/{reference}/person/", new).content.decode()
    assert "<title>Huddle" in back
    assert "It sounds hard." in back


def test_somebody_joins_and_it_ends(ada: Client) -> None:
    begin(ada, "ada")
    ada.post(f"{HUDDLE}people/", {"present": [number_of("ada"), number_of("ewa")]})
    assert len(met.open_meeting(Kind.HUDDLE, "front-door").present) == 2  # type: ignore[union-attr]
    assert ada.post(f"{HUDDLE}people/", {"end": "1"})["Location"] == "/staff/requests/"
    assert met.open_meeting(Kind.HUDDLE, "front-door") is None


def test_every_request_that_is_looked_at_is_written_down(ada: Client) -> None:
    case = world.ask_for_help()
    begin(ada, "ada")
    shown(ada)
    with acting_as(world.staff("ewa")):
        assert Look.objects.filter(case=case, why="huddle").count() == 1


def test_an_adviser_of_another_team_is_not_in_it() -> None:
    case: UUID = world.ask_for_help()
    client = Client()
    client.force_login(Staff.objects.get(username="olu"))
    assert client.post(HUDDLE, {"present": [number_of("olu")]}).status_code == 422
    assert world.reference_of(case) not in client.get(HUDDLE).content.decode()


def test_the_order_goes_round() -> None:
    class Row:
        def __init__(self, reference: str) -> None:
            self.reference = reference

    rows = [Row("a"), Row("b"), Row("c")]
    assert [after(rows, each) for each in "abc"] == ["b", "c", "a"]  # type: ignore[arg-type]
    assert after(rows[:1], "a") == ""  # type: ignore[arg-type]
    assert after(rows, "gone") == "a"  # type: ignore[arg-type]


def test_a_day_without_requests_says_so(ada: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2026, 11, 21))
    begin(ada, "ada")
    assert "Nothing waits" in shown(ada)
