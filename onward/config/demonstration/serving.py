"""The demonstration's web server: one process, told how to be the application and never how to be the owner."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from onward.config.databases import Access
from onward.config.postgres import ServerProblem

PATIENCE = 30  # seconds for the server to answer
COMMAND = "-m granian --interface wsgi --host 127.0.0.1 --log-level warning --blocking-threads 4"
APPLICATION = "onward.config.wsgi:application"


def free_port(wanted: int) -> int:
    """The port, or any free one for 0; ServerProblem where it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            raise ServerProblem(
                f"Port {wanted} is in use. Choose another with --port; 0 takes a free one."
            ) from None
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(access: Access, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """Serve within; the server answers when this begins, and is stopped at the end."""
    from django.db import connections

    connections.close_all()  # the filling is done; nothing here stays connected as the owner
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
    command = [sys.executable, *COMMAND.split(), "--port", str(port), APPLICATION]
    server = subprocess.Popen(command, env=environment | access.environment(), start_new_session=True)
    try:
        _wait_for(f"http://127.0.0.1:{port}/", server)
        yield server
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=10)
        server.kill()


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(address, timeout=5):  # noqa: S310 (our own)
            return
        time.sleep(0.1)
    raise ServerProblem("The web server did not start. Its own words are above.")
