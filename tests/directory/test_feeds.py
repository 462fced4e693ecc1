"""Feeds: fetched page by page, gone on with after a stop, and believed about their services only."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from onward.directory import loading
from onward.directory.feed import client as feed_client
from onward.directory.feed.network import outside
from onward.directory.feed.problems import FeedProblem
from onward.directory.feed.run import RunReport
from onward.directory.models import Service, Source
from onward.records.models import EventRecord
from onward.records.principal import acting_as
from tests.directory import documents
from tests.directory.fake_feed import Answer, FakeFeed, as_json, client, serving

pytestmark = pytest.mark.django_db
ON, LATER = date(2026, 11, 21), date(2026, 11, 28)


@pytest.fixture
def feed() -> Iterator[FakeFeed]:
    with serving() as served:
        served.services = [club(number) for number in range(1, 6)]
        yield served


def club(number: int, **changed: Any) -> dict[str, Any]:
    name = f"Club number {number}"
    return documents.service(
        id=str(UUID(int=number)),
        name=name,
        organization={"id": str(UUID(int=1000 + number)), "name": name, "description": name},
        service_at_locations=[],
        **changed,
    )


def fetch(feed: FakeFeed, on: date = ON, **options: Any) -> RunReport:
    return loading.fetch(feed.address, on=on, client=client, **options)


def names() -> list[str]:
    found = Service.objects.filter(loaded_from__kind="feed", closed=False).order_by("name")
    return list(found.values_list("name", flat=True))


def counts(report: RunReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.withdrawn


ALL = [f"Club number {number}" for number in range(1, 6)]


def test_every_page_is_read_and_every_service_whole(feed: FakeFeed) -> None:
    report = fetch(feed)
    assert (report.pages, report.services, report.whole, report.problems) == (3, 5, True, [])
    assert names() == ALL
    assert Service.objects.get(name="Club number 3").telephone == "01632 960 123"


def test_again_changes_nothing_and_asks_for_the_pages_only(feed: FakeFeed) -> None:
    fetch(feed)
    kept = list(Service.objects.order_by("pk").values_list("pk", "digest", "last_modified"))
    feed.asked.clear()
    assert counts(fetch(feed)) == (0, 0, 5, 0)
    assert list(Service.objects.order_by("pk").values_list("pk", "digest", "last_modified")) == kept
    assert [each.partition("?")[0] for each in feed.asked] == ["/services"] * 3


def test_only_what_changed_is_fetched_and_written(feed: FakeFeed) -> None:
    fetch(feed)
    feed.asked.clear()
    feed.services[3] = club(4, last_modified="2026-11-27T10:00:00Z", fees="Free")
    assert counts(fetch(feed, LATER)) == (0, 1, 4, 0)
    assert [each for each in feed.asked if each.startswith("/services/")] == [f"/services/{UUID(int=4)}"]
    assert Service.objects.get(name="Club number 4").fees == "Free"


def test_what_is_listed_no_more_is_withdrawn_and_comes_back_when_it_is_listed_again(feed: FakeFeed) -> None:
    fetch(feed)
    gone = feed.services.pop(1)
    assert counts(fetch(feed, LATER)) == (0, 0, 4, 1)
    withdrawn = Service.objects.get(name="Club number 2")
    assert (withdrawn.closed, withdrawn.withdrawn_on) == (True, LATER)
    feed.services.append(gone)
    fetch(feed, LATER)
    assert names() == ALL


def test_what_other_sources_list_is_left_alone(feed: FakeFeed) -> None:
    before = Service.objects.filter(loaded_from__kind="area", closed=False).count()
    fetch(feed)
    fetch(feed)
    assert Service.objects.filter(loaded_from__kind="area", closed=False).count() == before > 200


def breaking_at(page: int) -> Any:
    return lambda path, query: (500, {}, b"") if query.get("page") == str(page) else None


def test_a_feed_that_breaks_in_the_middle_loses_nothing_and_is_gone_on_with(feed: FakeFeed) -> None:
    feed.tell = breaking_at(3)
    with pytest.raises(FeedProblem, match=r"answered 500, 4 times\. What was read until then is kept"):
        fetch(feed)
    assert names() == ALL[:4]
    feed.tell = lambda path, query: None
    feed.asked.clear()
    report = fetch(feed)
    assert (report.resumed_at_page, report.added) == (3, 1)
    assert names() == ALL
    assert [each for each in feed.asked if "page=1&" in each] == []


def test_a_run_that_was_interrupted_withdraws_nothing_and_the_next_whole_one_does(feed: FakeFeed) -> None:
    fetch(feed)
    feed.services.pop(0)
    feed.tell = breaking_at(2)
    with pytest.raises(FeedProblem):
        fetch(feed, LATER)
    feed.tell = lambda path, query: None
    assert fetch(feed, LATER).withdrawn == 0
    assert fetch(feed, LATER).withdrawn == 1
    assert names() == ALL[1:]


def test_what_fails_once_or_asks_for_patience_is_asked_again(feed: FakeFeed) -> None:
    answers: list[Answer] = [(503, {"Retry-After": "1"}, b""), (429, {}, b""), (502, {}, b"")]
    feed.tell = lambda path, query: answers.pop() if answers and path == "/services" else None
    assert fetch(feed).added == 5


def test_a_page_that_repeats_for_ever_ends_the_run_and_withdraws_nothing(feed: FakeFeed) -> None:
    fetch(feed)
    feed.services.pop()
    feed.tell = lambda path, query: (
        as_json(feed.page(1) | {"last_page": False}) if path == "/services" else None
    )
    report = fetch(feed)
    assert (report.pages, report.withdrawn) == (1, 0)
    assert "it repeats the page before" in str(report.problems[0])
    assert names() == ALL


@pytest.mark.parametrize(
    "lie",
    [
        {"total_pages": 1000, "last_page": False},
        {"total_pages": 1, "last_page": True},
        {"total_pages": 0},
        {"total_pages": "three", "last_page": "no"},
        {"total_pages": -5},
    ],
)
def test_whatever_a_feed_claims_about_its_pages_all_are_read(feed: FakeFeed, lie: dict[str, Any]) -> None:
    feed.envelope = lie
    fetch(feed)
    assert names() == ALL


def test_a_feed_that_gives_fewer_than_it_claims_withdraws_nothing(feed: FakeFeed) -> None:
    fetch(feed)
    feed.services.pop()
    feed.envelope = {"total_items": 5}
    report = fetch(feed)
    assert report.withdrawn == 0
    assert "it claims 5 services and gave 4, so nothing was withdrawn" in str(report.problems[-1])


def test_an_empty_feed_withdraws_nothing(feed: FakeFeed) -> None:
    fetch(feed)
    feed.services = []
    assert fetch(feed).withdrawn == 0


def test_a_service_that_is_listed_and_is_not_there_stays_as_it_was(feed: FakeFeed) -> None:
    fetch(feed)
    gone = f"/services/{UUID(int=2)}"
    feed.services[1] = club(2, last_modified="2026-11-27T10:00:00Z")
    feed.tell = lambda path, query: (404, {}, b"") if path == gone else None
    report = fetch(feed)
    assert counts(report) == (0, 0, 5, 0)
    assert str(report.problems[0]).startswith("page 1, service 2: it is listed, and there is nothing at")


def test_what_changed_since_alone_can_be_asked_for_and_withdraws_nothing(feed: FakeFeed) -> None:
    fetch(feed)
    feed.services = [club(6)]
    report = fetch(feed, LATER, changed_only=True)
    assert counts(report) == (1, 0, 0, 0)
    assert "modified_after=2026-11-21T00" in feed.asked[-2].replace("%3A", ":")
    assert len(names()) == 6


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((200, {"Content-Type": "text/html"}, b"<!DOCTYPE html><p>Hello"), r"sent a web page \(text/html\)"),
        ((200, {}, b"id,name\n1,Club"), "sent something that is not JSON"),
        ((200, {}, b'{"contents": 3}'), "is not a page of services: it has no list called `contents`"),
        ((200, {}, b"[" * 100_000), "sent something that is not JSON"),
        ((404, {}, b""), r"There is nothing at .* \(the server answered 404\)"),
        ((403, {}, b""), "answered 403. Ask its publisher whether it is open to everybody"),
        ((302, {"Location": "/services"}, b""), "sends us on and on"),
    ],
)
def test_what_is_no_feed_is_said_in_a_sentence_and_changes_nothing(
    feed: FakeFeed, answer: Answer, says: str
) -> None:
    feed.tell = lambda path, query: answer
    with pytest.raises(FeedProblem, match=says):
        fetch(feed)
    assert names() == []


def test_more_than_can_be_held_is_not_read_to_its_end(
    feed: FakeFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_client, "MOST_BYTES", 1_000)
    with pytest.raises(FeedProblem, match="Ask its publisher for smaller ones"):
        fetch(feed)


def test_a_server_that_sends_for_ever_is_left(feed: FakeFeed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_client, "SECONDS_A_PAGE", 0.0)
    with pytest.raises(FeedProblem, match="did not answer"):
        fetch(feed)


def test_other_encodings_are_read(feed: FakeFeed) -> None:
    feed.services = [club(1, fees="£5 café")]
    whole = json.dumps(feed.services[0], ensure_ascii=False)
    feed.tell = lambda path, query: (
        (200, {}, whole.encode("cp1252")) if path.startswith("/services/") else None
    )
    fetch(feed)
    assert Service.objects.get(name="Club number 1").fees == "£5 café"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/oruk",
        "http://localhost:8000/",
        "http://10.0.0.7/feed",
        "http://192.168.1.1",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
    ],
)
def test_a_feed_inside_a_private_network_is_refused(address: str) -> None:
    with pytest.raises(FeedProblem, match="is inside a private network"):
        outside(address)


@pytest.mark.parametrize(
    "address", ["ftp://feed.example", "file:///etc/passwd", "http:///services", "gopher://x"]
)
def test_what_is_no_address_on_the_web_is_refused(address: str) -> None:
    with pytest.raises(FeedProblem, match="is not an address on the web"):
        outside(address)


def test_a_feed_that_sends_us_inside_is_not_followed(feed: FakeFeed) -> None:
    feed.tell = lambda path, query: (302, {"Location": "http://127.0.0.1:9/secret"}, b"")

    def find(url: str) -> str:
        return "127.0.0.1" if "feed.example" in url else outside(url)

    opened = client()
    opened.find = find
    with pytest.raises(FeedProblem, match="is inside a private network"):
        loading.fetch(feed.address, on=ON, client=lambda: opened)


def test_what_was_loaded_when_and_by_whom_is_written_down(feed: FakeFeed) -> None:
    fetch(feed)
    source = Source.objects.get(kind="feed")
    assert (source.address, source.page_reached, source.complete_on) == (feed.address, 0, ON)
    with acting_as(loading.JOB):
        events = EventRecord.objects.filter(details__source=source.pk).order_by("recorded_at", "kind")
        assert [(each.kind, each.by) for each in events].count(("directory.loaded", "job:directory")) == 4


def test_the_same_id_from_two_sources_is_two_services(feed: FakeFeed, tmp_path: Path) -> None:
    fetch(feed)
    with serving() as other:
        other.services = [club(1, fees="Free")]
        fetch(other)
        assert counts(fetch(other)) == (0, 0, 1, 0)
    assert names().count("Club number 1") == 2
