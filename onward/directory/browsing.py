"""Asking a website whether it is there: politely, saying who asks, and never inside a private network."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from onward.directory.feed.network import outside
from onward.directory.feed.problems import FeedProblem, NotOutside
from onward.policy.directory import keeping

HEADERS = {"User-Agent": "Onward link check (a council's directory of services)", "Accept": "*/*"}
MOST_REDIRECTS = 5
# Something is there that will not talk to a program, or wants a password: nobody would say that it has closed.
THERE = frozenset({401, 403, 405, 406, 429, 451})


def _client() -> httpx.Client:
    return httpx.Client(timeout=keeping().link_timeout_seconds, headers=HEADERS)


@dataclass
class Browser:
    """One night's questions. `find` says to which number a name is connected; tests give one that knows only them."""

    find: Callable[[str], str] = outside
    pause: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    http: httpx.Client = field(default_factory=_client)
    asked_at: dict[str, float] = field(default_factory=dict)

    def is_there(self, url: str) -> bool | None:
        """Whether a website answers; None where it is not ours to ask, such as an address in a private network."""
        try:
            status = self._status("HEAD", url)
            if status >= httpx.codes.BAD_REQUEST and status not in THERE:
                status = self._status("GET", url)  # some servers know no HEAD
        except NotOutside:
            return None
        except (FeedProblem, httpx.HTTPError, httpx.InvalidURL, ValueError):
            return False
        return status < httpx.codes.BAD_REQUEST or status in THERE

    def _status(self, method: str, url: str) -> int:
        """The status at the end of all redirects; each step is looked up, and refused inside, anew."""
        for _redirect in range(MOST_REDIRECTS + 1):
            with self._stream(method, url) as answer:
                if not answer.has_redirect_location:
                    return int(answer.status_code)
                url = str(httpx.URL(url).join(answer.headers["Location"]))
        raise FeedProblem(f"{url} sends us on and on.")

    def _stream(self, method: str, url: str) -> AbstractContextManager[httpx.Response]:
        parts = urlsplit(url)
        number = self.find(url)
        self._wait(parts.hostname or "")
        host = f"[{number}]" if ":" in number else number
        return self.http.stream(
            method,
            httpx.URL(url).copy_with(host=host),
            headers={"Host": parts.netloc.rpartition("@")[2]},
            extensions={"sni_hostname": parts.hostname},
        )

    def _wait(self, host: str) -> None:
        """So that no host is asked twice at once, or faster than the policy says."""
        since = self.clock() - self.asked_at.get(host, float("-inf"))
        if since < keeping().link_pause_seconds:
            self.pause(keeping().link_pause_seconds - since)
        self.asked_at[host] = self.clock()
