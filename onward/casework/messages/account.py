"""The service that sends this council's messages, by the settings; none where it is not set up."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from onward.gateways.notify.client import Account, connected
from onward.gateways.notify.service import Notify, Temporary
from onward.vocabulary.messages import Problem


def set_up() -> bool:
    """Whether emails and texts can be handed over at all: pages offer them only then."""
    return bool(
        settings.NOTIFY["key"] and settings.NOTIFY["email_template"] and settings.NOTIFY["text_template"]
    )


def prints_letters() -> bool:
    """Whether the service prints and posts letters; otherwise they are printed here."""
    return bool(settings.NOTIFY["key"] and settings.NOTIFY["letters"])


@contextmanager
def notify() -> Iterator[Notify]:
    """The service within. Raises Temporary where it is not set up."""
    if not settings.NOTIFY["key"]:
        raise Temporary(Problem.NOT_SET_UP)
    account: dict[str, Any] = settings.NOTIFY
    with connected(Account(**account)) as service:
        yield service
