"""How the directory is kept: what stays with us, and when a service may have closed: `england/directory.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onward.policy.files import read_yaml, version

FILE = "england/directory.yaml"


@dataclass(frozen=True)
class Keeping:
    """The rules in force. `version` changes whenever anything in the file does; words are in lower case."""

    version: str
    confidential_names: tuple[str, ...]
    confidential_anywhere: tuple[str, ...]
    private_mail: frozenset[str]
    failed_checks: int
    failed_days: int
    alike: Mapping[str, int]
    propose_from: int
    links_a_night: int
    link_pause_seconds: float
    link_timeout_seconds: float


@cache
def keeping() -> Keeping:
    """The rules of `england/directory.yaml`."""
    content = read_yaml(FILE)
    alike = dict(content["alike"])
    propose_from = alike.pop("propose")
    return Keeping(
        version=version(FILE),
        confidential_names=tuple(content["confidential"]["names"]),
        confidential_anywhere=tuple(content["confidential"]["anywhere"]),
        private_mail=frozenset(content["private_mail"]),
        failed_checks=content["may_have_closed"]["failed_checks"],
        failed_days=content["may_have_closed"]["days"],
        alike=alike,
        propose_from=propose_from,
        links_a_night=content["links"]["a_night"],
        link_pause_seconds=content["links"]["pause_seconds"],
        link_timeout_seconds=content["links"]["timeout_seconds"],
    )
