"""Whether an address is out in the world. One inside the council's own network is never fetched from."""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from onward.directory.feed.problems import FeedProblem, NotOutside

PORTS = {"http": 80, "https": 443}


def outside(url: str) -> str:
    """The numerical address of the server, each of whose addresses is out in the world; FeedProblem otherwise.

    The connection is then made to this very number, so that the name cannot come to mean another one in between.
    """
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise NotOutside(f"{url} is not an address on the web. It should begin with https://")
    numbers = _numbers(parts.hostname, parts.port or PORTS[parts.scheme])
    for number in numbers:
        if not ip_address(number).is_global:
            raise NotOutside(
                f"{parts.hostname} is inside a private network ({number}), and feeds are only fetched from outside it. "
                "If it is the council's own, save the feed as a file and load that."
            )
    return numbers[0]


def _numbers(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as problem:
        raise FeedProblem(f"There is no server called {host}. Check the address.") from problem
    return [str(each[4][0]).partition("%")[0] for each in found]
