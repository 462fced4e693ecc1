"""The demonstration's processes: a web server and a worker, told how to be the application and never how to be the
owner; and the local service that takes its messages."""

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
from onward.gateways.notify.fake.service import FakeNotify
from onward.gateways.notify.fake.serving import serving as notify

PATIENCE = 30  # seconds for the server to answer
WORKER = "-m onward.config.command_line work"
SERVER = "-m granian --interface wsgi --host 127.0.0.1 --log-level warning --blocking-threads 4"
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
def messages_taken() -> Iterator[None]:
    """A local service takes the messages within, and the settings name it: nothing leaves this machine."""
    with notify(FakeNotify()) as account:
        os.environ.update(
            ONWARD_NOTIFY_ADDRESS=account.address,
            ONWARD_NOTIFY_KEY=account.key,
            ONWARD_NOTIFY_EMAIL_TEMPLATE=account.email_template,
            ONWARD_NOTIFY_TEXT_TEMPLATE=account.text_template,
            ONWARD_NOTIFY_LETTERS="yes",
        )
        yield


@contextmanager
def serving(access: Access, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """Serve within, and let a worker run jobs; the server answers when this begins, both are stopped at the end."""
    from django.db import connections

    os.environ["ONWARD_ADDRESS"] = f"http://127.0.0.1:{port}"
    connections.close_all()  # the filling is done; nothing here stays connected as the owner
    with _started(f"{SERVER} --port {port} {APPLICATION}", access) as server:
        _wait_for(f"http://127.0.0.1:{port}/", server)
        with _started(WORKER, access):
            yield server


@contextmanager
def _started(command: str, access: Access) -> Iterator["subprocess.Popen[bytes]"]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
    process = subprocess.Popen(
        [sys.executable, *command.split()], env=environment | access.environment(), start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
        process.kill()
        process.wait()


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError), urllib.request.urlopen(address, timeout=5):  # noqa: S310 (our own)
            return
        time.sleep(0.1)
    raise ServerProblem("The web server did not start. Its own words are above.")
