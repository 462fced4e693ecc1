"""What an editor says, what was tried, and the editor's pages."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onward.directory import checking, desk, queries
from onward.directory.loading import JOB
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.directory import Pair, Way
from tests import world
from tests.directory import documents
from tests.directory.taking import ON, take

pytestmark = pytest.mark.django_db
CLUB = documents.SERVICE_ID


@pytest.fixture(autouse=True)
def lunch_club(tmp_path: Path) -> None:
    take(tmp_path, documents.service(assured_date="2020-01-01"))


def act(what: str, on: date = ON, **told: Any) -> None:
    by = world.staff("edie")
    with acting_as(by):
        getattr(checking, what)(service=CLUB, by=by, on=on, **told)


def tried(answered: bool, on: date, way: Way = Way.LINK) -> None:
    with acting_as(JOB):
        checking.note_check(service=CLUB, way=way, answered=answered, by=JOB, on=on)


def shown() -> Any:
    return queries.services([CLUB])[0]


def test_what_an_editor_says_is_shown_found_served_and_survives_a_refresh(tmp_path: Path) -> None:
    act(
        "edit",
        news={"name": "Wednesday Suppers", "telephone": "01632 960 999", "opening_hours": "Wednesdays"},
    )
    for fees in ("£4 a meal", "£5 a meal"):
        take(tmp_path, documents.service(fees=fees))
        assert (shown().name, shown().telephone, shown().fees) == ("Wednesday Suppers", "01632 960 999", fees)
    assert CLUB in [each.service_id for each in queries.find(words="suppers").suggestions]
    served = Client().get(f"/api/oruk/v3/services/{CLUB}").json()
    assert [each["number"] for contact in served["contacts"] for each in contact.get("phones", [])] == [
        "01632 960 999"
    ]
    assert [each["description"] for each in served["schedules"]] == ["Wednesdays"]


def test_both_are_kept_and_it_is_told_which_is_shown() -> None:
    act("edit", news={"fees": "Free"})
    seen = desk.service(CLUB)
    assert seen
    assert [(each.said_by, each.value, each.shown) for each in seen.said if each.field == "fees"] == [
        ("editor", "Free", True),
        ("feed.json", "£4 a meal", False),
    ]


def test_taken_back_the_source_is_shown_again() -> None:
    before = shown()
    act("edit", news={"name": "Suppers", "minimum_age": ""})
    assert shown().minimum_age is None
    act("take_back")
    assert shown() == before
    assert desk.service(CLUB).said == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("news", "code"),
    [
        ({}, "nothing_to_change"),
        ({"colour": "red"}, "nothing_to_change"),
        ({"name": ""}, "no_name"),
        ({"minimum_age": "old"}, "no_age"),
        ({"minimum_age": "131"}, "no_age"),
        ({"website": "javascript:alert(1)"}, "no_link"),
    ],
)
def test_what_can_not_be_said_is_refused(news: dict[str, str], code: str) -> None:
    before = shown()
    with pytest.raises(Refused) as refused:
        act("edit", news=news)
    assert (refused.value.code, shown()) == (code, before)


def test_an_editor_who_reached_it_has_checked_it() -> None:
    assert shown().stale
    act("note_check", way=Way.TELEPHONE, answered=True)
    assert (shown().stale, shown().checked_on) == (False, ON)


def test_a_link_that_answers_is_no_check_of_what_is_said() -> None:
    tried(True, ON)
    assert shown().stale


@pytest.mark.parametrize(
    ("days_ago", "answered", "doubtful"),
    [
        ((14, 7, 0), (False, False, False), True),
        ((13, 7, 0), (False, False, False), False),
        ((14, 0), (False, False), False),
        ((14, 7, 0), (False, True, False), False),
        ((14, 7, 0), (False, False, True), False),
        ((30, 14, 7, 0), (True, False, False, False), True),
        ((30, 13, 7, 0), (True, False, False, False), False),
    ],
)
def test_a_service_may_have_closed_when_three_checks_in_a_row_failed_over_two_weeks(
    days_ago: tuple[int, ...], answered: tuple[bool, ...], doubtful: bool
) -> None:
    for days, answer in zip(days_ago, answered, strict=True):
        tried(answer, ON - timedelta(days=days))
    assert (CLUB in [each.service_id for each in desk.doubtful(ON)]) == doubtful


def test_only_an_editor_closes_it_and_can_take_that_back(tmp_path: Path) -> None:
    for days in (20, 10, 0):
        tried(False, ON - timedelta(days=days))
    assert not shown().closed
    act("close")
    assert shown().closed
    assert CLUB not in [each.service_id for each in desk.doubtful(ON)]
    take(tmp_path, documents.service(fees="£7"))
    assert shown().closed
    act("take_back")
    assert not shown().closed


def editor() -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username="edie"))
    return client


def page(client: Client, path: str, **sent: str) -> Any:
    address = f"/staff/directory/{path}"
    return client.post(address, sent) if sent else client.get(address)


def test_the_pages_are_for_those_who_may_edit() -> None:
    ada = Client()
    ada.force_login(Staff.objects.get(username="ada"))
    for path in ("", "pairs/1/", f"services/{CLUB}/"):
        assert page(ada, path).status_code == 403
        assert page(Client(), path).status_code == 302
    assert editor().get("/staff/")["Location"] == "/staff/directory/"


def test_an_editor_merges_and_undoes_on_the_pages() -> None:
    client = editor()
    client.post("/staff/directory/compare/")
    listed = page(client, "").content.decode()
    assert "the same name, the same postcode" in listed
    (pair, *_rest) = desk.pairs(Pair.OPEN)
    address = f"pairs/{pair.number}/"
    assert "keep the first" in page(client, address).content.decode()
    sent = {"decision": "merge", "keep": pair.first.service_id, "version": "1"}
    assert page(client, address, **sent).status_code == 302
    assert queries.services([pair.second.service_id])[0].closed
    again = page(client, address, **sent)
    assert (again.status_code, "decided by somebody else" in again.content.decode()) == (409, True)
    assert page(client, address, decision="undo", version="2").status_code == 302
    assert not queries.services([pair.second.service_id])[0].closed


def test_an_editor_edits_checks_and_closes_on_the_page() -> None:
    client, address = editor(), f"services/{CLUB}/"
    assert page(client, address, change="edit", fees="Free").status_code == 302
    assert shown().fees == "Free"
    assert "<bdi>Tenter Lane Lunch Club</bdi>" in page(client, address).content.decode()
    wrong = page(client, address, change="edit", minimum_age="old")
    assert wrong.status_code == 409
    assert "Write an age in whole years" in wrong.content.decode()
    assert 'value="old"' in wrong.content.decode()
    assert page(client, address, change="check", way="telephone", answered="yes").status_code == 302
    assert not shown().stale
    assert page(client, address, change="check", way="smell", answered="yes").status_code == 409
    assert page(client, address, change="close").status_code == 302
    assert "It is not shown to anybody" in page(client, address).content.decode()


def test_a_service_or_pair_that_is_not_there_is_not_found() -> None:
    assert page(editor(), "services/none/").status_code == 404
    assert page(editor(), "pairs/999999/").status_code == 404


def test_only_the_editor_sees_somebodys_own_number(tmp_path: Path) -> None:
    take(tmp_path, documents.with_a_persons_number())
    seen = page(editor(), "services/33333333-0000-4000-8000-000000000001/").content.decode()
    assert "07700 900 456" in seen


def test_with_time_a_service_grows_stale_though_its_source_says_the_same(tmp_path: Path) -> None:
    document = documents.service(assured_date="2026-10-01")
    take(tmp_path, document)
    assert not shown().stale
    take(tmp_path, document, on=date(2028, 10, 1))
    assert not shown().stale
    assert take(tmp_path, document, on=date(2028, 10, 2)).unchanged == 1
    assert shown().stale


def test_a_place_that_may_be_shown_comes_back_with_the_next_load(tmp_path: Path) -> None:
    refuge = documents.refuge() | {"name": "Haven Advice Shop"}
    take(tmp_path, refuge)
    by = world.staff("edie")
    with acting_as(by):
        checking.show_place(service=refuge["id"], shown=True, by=by, on=ON)
    take(tmp_path, refuge)
    assert queries.services([refuge["id"]])[0].postcode == "QQ8 8HH"
    with acting_as(by):
        checking.show_place(service=refuge["id"], shown=False, by=by, on=ON)
    assert queries.services([refuge["id"]])[0].postcode == ""
    take(tmp_path, refuge)
    assert queries.services([refuge["id"]])[0].postcode == ""
