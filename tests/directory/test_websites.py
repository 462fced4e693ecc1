"""Every night the websites of services are asked whether they are still there: by a web server of our own here."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from onward.directory import checking, desk, websites
from onward.directory.browsing import MOST_REDIRECTS, Browser
from onward.directory.feed.network import outside
from onward.directory.feed.problems import NotOutside
from onward.directory.loading import JOB
from onward.directory.models import Check, Service
from onward.records.principal import acting_as
from tests.directory import documents
from tests.directory.taking import ON, take

CLUB = documents.SERVICE_ID


@dataclass
class Web:
    """Some websites on this machine: what each path answers, and who asked what."""

    port: int = 0
    answers: dict[str, int | str] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def url(self, path: str, host: str = "club.example.org") -> str:
        return f"http://{host}:{self.port}{path}"

    def find(self, url: str) -> str:
        """Names that end in `example.org` are this machine; every other address is looked up as it always is."""
        return "127.0.0.1" if (urlsplit(url).hostname or "").endswith("example.org") else outside(url)


@pytest.fixture
def web() -> Iterator[Web]:
    made = Web()

    class Answering(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            made.asked.append((self.command, self.path, self.headers["User-Agent"]))
            said = made.answers.get(f"{self.command} {self.path}", made.answers.get(self.path, 404))
            self.send_response(302 if isinstance(said, str) else said)
            if isinstance(said, str):
                self.send_header("Location", said)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = _answer  # noqa: N815 (the library's names)

        def log_message(self, *_: Any) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    made.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def browser(web: Web, pauses: list[float]) -> Iterator[Browser]:
    made = Browser(find=web.find, pause=pauses.append)
    yield made
    made.http.close()


@pytest.mark.parametrize(
    ("status", "there"),
    [(200, True), (204, True), (403, True), (429, True), (404, False), (410, False), (500, False)],
)
def test_what_a_website_answers_says_whether_it_is_there(
    web: Web, browser: Browser, status: int, there: bool
) -> None:
    web.answers["/"] = status
    assert browser.is_there(web.url("/")) is there


def test_it_says_who_asks_and_asks_for_the_whole_page_only_where_it_must(web: Web, browser: Browser) -> None:
    web.answers |= {"/a": 200, "HEAD /b": 501, "GET /b": 200}
    assert browser.is_there(web.url("/a")) and browser.is_there(web.url("/b"))
    assert [(method, path) for method, path, _who in web.asked] == [
        ("HEAD", "/a"),
        ("HEAD", "/b"),
        ("GET", "/b"),
    ]
    assert {who for _method, _path, who in web.asked} == {
        "Onward link check (a council's directory of services)"
    }


def test_it_waits_between_two_questions_to_one_host(web: Web, browser: Browser, pauses: list[float]) -> None:
    web.answers |= {"/a": 200, "/b": 200}
    browser.clock = lambda: 100.0
    browser.is_there(web.url("/a"))
    browser.is_there(web.url("/a", host="other.example.org"))
    assert pauses == []
    browser.is_there(web.url("/b"))
    assert pauses == [1.0]


@pytest.mark.parametrize(
    "inside",
    ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/latest/", "file:///etc/passwd",
     "ftp://ftp.example.net/", "http://localhost/", "http://2130706433/"],
)  # fmt: skip
def test_nothing_inside_is_asked_neither_by_itself_nor_by_being_sent_there(
    web: Web, browser: Browser, inside: str
) -> None:
    assert browser.is_there(inside) is None
    web.answers["/"] = inside
    assert browser.is_there(web.url("/")) is None
    assert [path for _method, path, _who in web.asked] == ["/"]


def test_a_name_that_comes_to_mean_an_inside_address_is_not_asked(web: Web, browser: Browser) -> None:
    web.answers |= {"/": "/next", "/next": 200}
    looked_up: list[str] = []

    def turning(url: str) -> str:
        looked_up.append(url)
        if len(looked_up) > 1:
            raise NotOutside("inside by now")
        return "127.0.0.1"

    browser.find = turning
    assert browser.is_there(web.url("/")) is None
    assert len(web.asked) == 1


def test_a_site_that_sends_on_for_ever_is_not_there(web: Web, browser: Browser) -> None:
    web.answers["/"] = "/"
    assert browser.is_there(web.url("/")) is False
    assert len(web.asked) == MOST_REDIRECTS + 1


def test_a_server_that_is_gone_is_not_there(browser: Browser) -> None:
    assert browser.is_there("http://club.example.org:9/") is False


@pytest.fixture
def club(web: Web, tmp_path: Path, db: None) -> Service:
    """A service whose website is ours here; no other has one."""
    take(tmp_path, documents.service())
    Service.objects.exclude(pk=CLUB).update(website="")
    row = Service.objects.get(pk=CLUB)
    row.website = web.url("/")
    row.save()
    return row


def check(browser: Browser, on: date) -> int:
    with acting_as(JOB):
        return websites.check(by=JOB, on=on, browser=browser)


def test_three_failures_on_different_days_bring_it_to_an_editor(
    web: Web, browser: Browser, club: Service
) -> None:
    days = [ON, ON, ON + timedelta(days=8), ON + timedelta(days=15)]
    assert [check(browser, day) for day in days] == [1, 0, 1, 1]  # once a day
    assert checking.may_have_closed(days[-1]) == [CLUB]
    assert CLUB in [each.service_id for each in desk.doubtful(days[-1])]
    web.answers["/"] = 200
    check(browser, ON + timedelta(days=16))
    assert checking.may_have_closed(ON + timedelta(days=16)) == []


def test_a_link_that_answers_is_no_check_of_what_is_said(web: Web, browser: Browser, club: Service) -> None:
    web.answers["/"] = 200
    before = club.checked_on
    check(browser, ON)
    club.refresh_from_db()
    assert club.checked_on == before


def test_one_website_of_several_services_is_asked_once(web: Web, browser: Browser, club: Service) -> None:
    web.answers["/"] = 200
    other = Service.objects.exclude(pk=CLUB).filter(closed=False).first()
    assert other
    Service.objects.filter(pk=other.pk).update(website=web.url("/"))
    assert check(browser, ON) == 2
    assert len(web.asked) == 1


def test_where_not_one_answers_the_trouble_is_ours_and_nothing_is_noted(
    web: Web, browser: Browser, club: Service
) -> None:
    for number, row in enumerate(Service.objects.filter(closed=False).exclude(pk=CLUB)[:2]):
        Service.objects.filter(pk=row.pk).update(website=web.url(f"/{number}"))
    assert check(browser, ON) == 0
    assert not Check.objects.exists()


def test_what_is_inside_is_neither_there_nor_gone(browser: Browser, club: Service) -> None:
    Service.objects.filter(pk=CLUB).update(website="http://192.168.0.1/")
    assert check(browser, ON) == 0
    assert not Check.objects.exists()
