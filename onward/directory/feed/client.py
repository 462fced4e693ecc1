"""Fetching JSON from somebody else's server: patiently, in small enough pieces, and never more than we can hold."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from onward.directory.feed.network import outside
from onward.directory.feed.problems import FeedProblem, NothingThere

MOST_BYTES = 20 * 1024 * 1024
SECONDS, SECONDS_A_PAGE = 30.0, 120.0
TRIES, LONGEST_PAUSE, MOST_REDIRECTS = 4, 60.0, 3
LATER = {429, 500, 502, 503, 504}
HEADERS = {"Accept": "application/json", "User-Agent": "Onward directory"}


@dataclass
class Client:
    """One run's connection. `find` says to which number a name is connected; tests give one that knows only them."""

    find: Callable[[str], str] = outside
    pause: Callable[[float], None] = time.sleep
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=SECONDS, headers=HEADERS))

    def close(self) -> None:
        self.http.close()

    def fetch(self, url: str, parameters: Mapping[str, str]) -> Any:
        """What is at an address, as JSON. FeedProblem where that cannot be had, after several tries."""
        address = str(httpx.URL(url).copy_merge_params(dict(parameters)))
        for attempt in range(TRIES):
            try:
                status, headers, body = self._get(address)
            except httpx.HTTPError as problem:
                self._wait(attempt, address, f"did not answer ({type(problem).__name__})", "")
                continue
            if status in LATER:
                self._wait(attempt, address, f"answered {status}", headers.get("Retry-After", ""))
                continue
            return _as_json(address, status, headers, body)
        raise AssertionError  # the last wait has raised

    def _wait(self, attempt: int, address: str, what: str, asked: str) -> None:
        """Wait as long as the server asks, else longer each time; FeedProblem after the last try."""
        if attempt == TRIES - 1:
            raise FeedProblem(
                f"{address} {what}, {TRIES} times. What was read until then is kept: load it again later to go on."
            )
        self.pause(min(float(asked) if asked.isdigit() else 2.0**attempt, LONGEST_PAUSE))

    def _get(self, address: str) -> tuple[int, httpx.Headers, bytes]:
        for _redirect in range(MOST_REDIRECTS + 1):
            with self._stream(address) as answer:
                if not answer.has_redirect_location:
                    return answer.status_code, answer.headers, _body(answer, address)
                address = str(httpx.URL(address).join(answer.headers["Location"]))
        raise FeedProblem(f"{address} sends us on and on. Give the address at which the feed really is.")

    def _stream(self, address: str) -> Any:
        """A request to the number that was looked up, under the name that was asked for."""
        parts = urlsplit(address)
        number = self.find(address)
        host = f"[{number}]" if ":" in number else number
        url = httpx.URL(address).copy_with(host=host)
        return self.http.stream(
            "GET",
            url,
            headers={"Host": parts.netloc.rpartition("@")[2]},
            extensions={"sni_hostname": parts.hostname},
        )


def _body(answer: httpx.Response, address: str) -> bytes:
    """The whole answer, if it is not too large and does not take for ever."""
    began, body = time.monotonic(), bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > MOST_BYTES:
            raise FeedProblem(
                f"{address} sends more than {MOST_BYTES // 1024**2} MB for a page. Ask its publisher for smaller ones."
            )
        if time.monotonic() - began > SECONDS_A_PAGE:
            raise httpx.ReadTimeout("it takes too long")
    return bytes(body)


def _as_json(address: str, status: int, headers: httpx.Headers, body: bytes) -> Any:
    if status in (404, 410):
        raise NothingThere(
            f"There is nothing at {address} (the server answered {status}). Check the address."
        )
    if status != httpx.codes.OK:
        raise FeedProblem(f"{address} answered {status}. Ask its publisher whether it is open to everybody.")
    try:
        return parse(body)
    except ValueError as problem:
        kind = "a web page" if body.lstrip()[:1] == b"<" else "something that is not JSON"
        raise FeedProblem(
            f"{address} sent {kind} ({headers.get('Content-Type', 'of no kind')}). Give the address of the feed itself."
        ) from problem


def parse(body: bytes) -> Any:
    """JSON in whichever encoding it is written; ValueError where it is none."""
    try:
        return json.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError:
        return json.loads(body.decode("cp1252", errors="replace"))
    except RecursionError:
        raise ValueError("it is nested too deep") from None
