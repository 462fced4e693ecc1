"""A message that somebody here writes to whoever asked: which there are, and exactly what would go, before it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.answering.addressee import Addressee, addressee
from onward.casework.messages import queries as outbox
from onward.casework.messages.queries import Draft, Sending
from onward.journey.contact.correspondence import sayable
from onward.records.refusals import Refused
from onward.vocabulary.messages import Channel
from onward.web.here import council_code

# What only whoever writes can know.
TYPED = ("day", "time")


@dataclass(frozen=True)
class Wanted:
    """What somebody chose and typed. `asked_now`: the person asks for this message, by this way, at this moment."""

    wording: str = ""
    channel: Channel | None = None
    to: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    asked_now: bool = False


@dataclass(frozen=True)
class Composed:
    """What is about to go: as it was chosen, what it is told, and as it would be read."""

    sending: Sending
    personalisation: Mapping[str, str]
    addressee: Addressee
    draft: Draft


def offered(case: UUID) -> list[str]:
    """The messages for which everything is known, or can be typed; none that carries the code."""
    known = {*sayable(case), *TYPED}
    names = [each for each in outbox.names() if not outbox.carry_the_code(each, council_code())]
    return [each for each in names if all(_asks(each, channel) <= known for channel in _ways(each))]


def composed(case: UUID, wanted: Wanted, *, on: date) -> Composed:
    """What would go. Refused, with the field's name as its code, where something is to be put right first."""
    if wanted.wording not in offered(case):
        raise Refused(_("Choose what to write"), "wording")
    if wanted.channel is None or wanted.channel not in _ways(wanted.wording):
        raise Refused(_("Choose a way by which this message goes"), "channel")
    told = {**sayable(case), **{name: text.strip() for name, text in wanted.typed.items() if text.strip()}}
    asks = _asks(wanted.wording, wanted.channel)
    if lacking := sorted(asks - told.keys()):
        raise Refused(
            _LACKING.get(lacking[0], lambda: _("Choose a way by which this message goes"))(), lacking[0]
        )
    to_whom = addressee(case)
    reads = to_whom.reads
    sending = Sending(
        wanted.wording, council_code(), wanted.channel, wanted.to, reads.language, reads.format, reads.unmet
    )
    personalisation = {name: told[name] for name in asks}
    draft = outbox.drafted(sending, personalisation, to_whom.safe_contact, on=on, asked_now=wanted.asked_now)
    return Composed(sending, personalisation, to_whom, draft)


def _ways(wording: str) -> list[Channel]:
    return [each for each in Channel if outbox.placeholders(_plainly(wording, each)) is not None]


def _asks(wording: str, channel: Channel) -> frozenset[str]:
    return outbox.placeholders(_plainly(wording, channel)) or frozenset()


def _plainly(wording: str, channel: Channel) -> Sending:
    return Sending(wording, council_code(), channel, "")


_LACKING = {
    "day": lambda: _("Write the day, for example Tuesday 24 November"),
    "time": lambda: _("Write the time, for example between 10 and 11 in the morning"),
}
