"""Lists of services that are given to whoever asked: printed, or by a message to come and read it here.

The message itself names no service and says nothing of anybody: the list is on the person's own page.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from onward.casework.answering import queries as answering
from onward.casework.answering.forms import FIRST_CONTACT
from onward.casework.answering.reaching import said
from onward.casework.messages import actions as messages
from onward.directory import queries as directory
from onward.directory.reach import ids, uuids
from onward.records import queries as records
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.rules.contacting import SafeContact
from onward.vocabulary.events import ServicesSent
from onward.vocabulary.messages import Channel
from onward.vocabulary.principals import Principal

PRINTED = "print"
MOST_SERVICES = 20
_KIND = ServicesSent.kind


@dataclass(frozen=True)
class ListSent:
    """A list that was given: when, how (`print` or a channel of messages), and the services as they are named today."""

    on: date
    channel: str
    services: tuple[str, ...]
    service_ids: tuple[str, ...]
    by: str


@dataclass(frozen=True)
class ToSend:
    """By which channel a list goes, and what its message is told."""

    channel: Channel
    to: str
    council: str  # the name of its folder
    personalisation: dict[str, str]


@action
def give_printed(*, case: UUID, services: tuple[str, ...], by: Principal, on: date) -> None:
    """Note that a list was printed for whoever asked."""
    _record(case, services, PRINTED, None, by, on)


@action
def send(
    *, case: UUID, services: tuple[str, ...], message: ToSend, key: UUID, by: Principal, on: date
) -> UUID:
    """Put a list on the person's own page and tell them by a message. Gives the message: it may be held for safety."""
    written = messages.queue(
        case=case,
        template="list-sent",
        channel=message.channel,
        to=message.to,
        personalisation=message.personalisation,
        safe_contact=safe_contact(case),
        council=message.council,
        key=uuid5(key, "message"),
        by=by,
        on=on,
    )
    _record(case, services, message.channel.value, written, by, on)
    return written


def lists_of(case: UUID) -> list[ListSent]:
    """The lists that were given to whoever asked, the newest first."""
    happened = [each for each in records.events([case]) if each.kind == _KIND]
    by_uuid = ids(UUID(one) for each in happened for one in each.details["services"])
    names = {each.service_id: each.name for each in directory.services(by_uuid.values())}
    found = []
    for each in reversed(happened):
        known = tuple(by_uuid[UUID(one)] for one in each.details["services"] if UUID(one) in by_uuid)
        named = tuple(names[one] for one in known if one in names)
        found.append(ListSent(each.happened_on, each.details["channel"], named, known, each.by))
    return found


def safe_contact(case: UUID) -> SafeContact:
    """What was said about reaching whoever asked; nothing where no form of theirs says it."""
    filling = answering.filling(case, FIRST_CONTACT)
    return said(filling.form, filling.answers) if filling else SafeContact()


def _record(
    case: UUID, services: tuple[str, ...], channel: str, message: UUID | None, by: Principal, on: date
) -> None:
    known = uuids(services)
    if not services:
        raise Refused(_("Choose the services to send."), "no_services")
    if len(services) > MOST_SERVICES or known.keys() != set(services):
        raise Refused(
            _("One of the services is not in the directory any more. Choose again."), "no_such_service"
        )
    chosen = tuple(known[each] for each in services)
    record(ServicesSent(case=case, services=chosen, channel=channel, message=message), by=by, on=on)
