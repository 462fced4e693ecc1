"""A feed on this machine that behaves as well, or as badly, as a test says."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from onward.directory.feed.client import Client

PER_PAGE = 2
Answer = tuple[int, dict[str, str], bytes]


class FakeFeed:
    """Serves `services` in pages of two. `tell` may change what is said at a path; `asked` is all that was asked."""

    def __init__(self) -> None:
        self.services: list[dict[str, Any]] = []
        self.envelope: dict[str, Any] = {}
        self.tell: Callable[[str, dict[str, str]], Answer | None] = lambda path, query: None
        self.asked: list[str] = []
        self.address = ""

    def answer(self, target: str) -> Answer:
        parts = urlsplit(target)
        path, query = parts.path, dict(parse_qsl(parts.query))
        self.asked.append(target)
        told = self.tell(path, query)
        if told:
            return told
        if path == "/":
            return as_json({"version": "HSDS-UK-3.0"})
        if path == "/services":
            return as_json(self.page(int(query.get("page", "1"))))
        whole = {each["id"]: each for each in self.services}.get(path.removeprefix("/services/"))
        return as_json(whole) if whole else (404, {}, b"")

    def page(self, number: int) -> dict[str, Any]:
        several = self.services[(number - 1) * PER_PAGE : number * PER_PAGE]
        pages = -(-len(self.services) // PER_PAGE)
        return {
            "total_items": len(self.services),
            "total_pages": pages,
            "page_number": number,
            "size": len(several),
            "first_page": number == 1,
            "last_page": number >= pages,
            "empty": not several,
            "contents": [listed(each) for each in several],
        } | self.envelope


def listed(service: dict[str, Any]) -> dict[str, Any]:
    """A service as a list has it."""
    return {name: value for name, value in service.items() if not isinstance(value, list)}


def as_json(said: Any) -> Answer:
    return 200, {"Content-Type": "application/json"}, json.dumps(said).encode()


@contextmanager
def serving() -> Iterator[FakeFeed]:
    """The feed, on a free port until the end."""
    feed = FakeFeed()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = feed.answer(self.path)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    feed.address = f"http://feed.example:{server.server_port}"
    try:
        yield feed
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def client() -> Client:
    """One that finds every name on this machine, and never waits."""
    return Client(
        find=lambda url: "127.0.0.1",
        pause=lambda seconds: None,
        http=httpx.Client(timeout=5, trust_env=False),
    )
