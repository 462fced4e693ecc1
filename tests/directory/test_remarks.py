"""What anybody tells us is wrong, and what an editor does with it; and whether there is room."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from onward.directory import desk, queries, remarks
from onward.directory.models import RemarkMade
from onward.records.models import EventRecord, Staff
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.directory import Remark, Wrong
from tests import world
from tests.directory import documents
from tests.directory.taking import ON, take

pytestmark = pytest.mark.django_db
CLUB = documents.SERVICE_ID


@pytest.fixture(autouse=True)
def lunch_club(tmp_path: Path) -> None:
    take(tmp_path, documents.service())


def tell(
    wrong: Wrong | None = Wrong.CLOSED, words: str = "", reach: str = "", key: UUID | None = None
) -> UUID:
    return remarks.take(service=UUID(CLUB), wrong=wrong, words=words, reach=reach, key=key or uuid4(), on=ON)


def waiting(who: str = "edie") -> list[remarks.Remarked]:
    with acting_as(world.staff(who)):
        return remarks.waiting()


def decide(number: UUID, decision: Remark = Remark.DONE, version: int = 1) -> None:
    by = world.staff("edie")
    with acting_as(by):
        remarks.decide(remark=number, decision=decision, version=version, by=by, on=date(2026, 11, 23))


def test_it_waits_for_the_editor_who_alone_sees_it() -> None:
    tell(Wrong.DETAILS, "It is at two now.", "01632 960 777")
    (seen,) = waiting()
    assert (seen.name, seen.wrong, seen.words, seen.reach) == (
        "Tenter Lane Lunch Club", Wrong.DETAILS, "It is at two now.", "01632 960 777",
    )  # fmt: skip
    for who in ("ada", "carol"):
        assert waiting(who) == []
    assert remarks.waiting() == []


def test_sent_twice_it_is_kept_once() -> None:
    key = uuid4()
    assert tell(key=key) == tell(key=key)
    assert len(waiting()) == 1


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"wrong": None}, "no_wrong"),
        ({"wrong": Wrong.DETAILS}, "no_words"),
        ({"words": "x" * 2_001}, "too_long"),
        ({"reach": "x" * 201}, "reach_too_long"),
    ],
)
def test_what_says_nothing_or_too_much_is_refused(told: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        tell(**told)
    assert (refused.value.code, waiting()) == (code, [])
    tell(words="x" * 2_000, reach="x" * 200)


def test_a_service_that_is_not_there_can_not_be_told_of() -> None:
    with pytest.raises(Refused):
        remarks.take(service=uuid4(), wrong=Wrong.CLOSED, words="", reach="", key=uuid4(), on=ON)


def test_dealt_with_it_waits_no_more_and_how_to_reach_its_writer_is_gone() -> None:
    number = tell(reach="me@example.org")
    decide(number, Remark.NOT_SO)
    assert waiting() == []
    with acting_as(world.staff("edie")):
        row = RemarkMade.objects.get(pk=number)
    assert (row.state, row.reach, row.decided_by) == ("not_so", "", str(world.staff("edie")))
    with pytest.raises(Refused):
        decide(number)


def test_any_number_of_remarks_closes_nothing_by_itself() -> None:
    for _ in range(5):
        tell()
    assert [each.alike for each in waiting()] == [4] * 5
    assert not queries.services([CLUB])[0].closed
    assert desk.doubtful(ON) == []


def test_events_hold_no_words() -> None:
    tell(Wrong.OTHER, "Mrs Windlebrook says so", "01632 960 777")
    with acting_as(remarks.ANYBODY):
        details = str(
            list(EventRecord.objects.filter(kind="directory.service_remarked").values_list("details"))
        )
    assert "Windlebrook" not in details
    assert "960" not in details


def editor() -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username="edie"))
    return client


def test_the_editors_page_lists_them_and_deals_with_them() -> None:
    number = tell(Wrong.DETAILS, "It is <b>at two</b>.")
    client = editor()
    page = client.get("/staff/directory/").content.decode()
    assert "It is &lt;b&gt;at two&lt;/b&gt;." in page
    address = f"/staff/directory/remarks/{number}/"
    assert client.post(address, {"decision": "done", "version": "1"}).status_code == 302
    assert "Nothing waits for you" in client.get("/staff/directory/").content.decode()
    again = client.post(address, {"decision": "not_so", "version": "1"})
    assert (again.status_code, "Somebody else changed this" in again.content.decode()) == (409, True)


def test_an_editor_says_whether_there_is_room_and_a_full_service_is_suggested_to_nobody() -> None:
    def found() -> list[str]:
        return [each.service_id for each in queries.find(words="lunch").suggestions]

    assert CLUB in found()
    client, address = editor(), f"/staff/directory/services/{CLUB}/"
    assert client.post(address, {"change": "capacity", "capacity": "full"}).status_code == 302
    assert CLUB not in found()
    assert "Full now. Told on" in client.get(address).content.decode()
    assert client.post(address, {"change": "capacity", "capacity": "plenty"}).status_code == 409
    assert client.post(address, {"change": "capacity", "capacity": "room_now"}).status_code == 302
    assert CLUB in found()
