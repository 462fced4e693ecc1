"""The local service as a web server on this machine, in threads of its own."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from onward.gateways.notify.client import Account
from onward.gateways.notify.fake.service import FakeNotify

_BEARER = "Bearer "


@contextmanager
def serving(fake: FakeNotify) -> Iterator[Account]:
    """Serve within, on a free port; gives the account with which to ask it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield fake.account(f"http://127.0.0.1:{server.server_address[1]}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(fake: FakeNotify) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def _answer(self, body: bytes) -> None:
            token = self.headers.get("Authorization", "").removeprefix(_BEARER) or None
            answer = fake.answer(self.command, self.path, token, body)
            if answer is None:
                self.close_connection = True
                return
            pdf = isinstance(answer.content, bytes)
            content = (
                answer.content if isinstance(answer.content, bytes) else json.dumps(answer.content).encode()
            )
            self.send_response(answer.status)
            self.send_header("Content-Type", "application/pdf" if pdf else "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
            """Nothing is logged: an address holds a reference."""

    return Handler
