"""A message before it is written down: its words, its address, and whether it may go. What a preview shows, and what is
then sent, are worked out here alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onward.casework.messages.addressing import LONGEST, address_of
from onward.casework.messages.wording import Asked, carries_code, missing, worded
from onward.policy.messages import template as template_in_force
from onward.rules import contacting
from onward.rules.contacting import Held, SafeContact
from onward.vocabulary.messages import Channel, Format


@dataclass(frozen=True)
class Draft:
    """What would go, to whom, and why it may not: `held_because` is empty where it may. `to_can_be` says whether the
    address can be one at all."""

    template_version: str
    channel: Channel
    to: str
    to_can_be: bool
    subject: str
    body: str
    language: str
    format: Format
    not_as_asked: tuple[str, ...]
    held_because: tuple[Held, ...]
    queued_on: date

    @property
    def may_go(self) -> bool:
        return not self.held_because

    @property
    def needs_only_a_look(self) -> bool:
        """Whether it may be written, to be held until somebody has read what the person wrote."""
        return contacting.needs_only_a_look(self.held_because)


@dataclass(frozen=True)
class Sending:
    """Which message, by which way, to whom, in whose words and how they read."""

    template: str
    council: str
    channel: Channel
    to: str
    language: str = "en"
    format: Format = Format.PLAIN
    unmet: tuple[str, ...] = ()


def drafted(
    sending: Sending,
    personalisation: Mapping[str, str],
    safe_contact: SafeContact,
    *,
    on: date,
    asked_now: bool = False,
) -> Draft:
    """Word it and judge it. Refused where it is too long for a text."""
    in_force = template_in_force(sending.template, council=sending.council)
    asked = Asked(sending.channel, sending.language, sending.format)
    wording = worded(in_force, asked, personalisation)
    address = address_of(sending.channel, sending.to)
    code = carries_code(wording.body)
    return Draft(
        template_version=in_force.version,
        channel=sending.channel,
        to=address or sending.to.strip()[:LONGEST],
        to_can_be=address is not None,
        subject=wording.subject,
        body=wording.body,
        language=wording.language,
        format=wording.format,
        not_as_asked=(*missing(asked, wording), *sending.unmet),
        held_because=contacting.held(safe_contact, sending.channel, asked_now=asked_now, carries_code=code),
        queued_on=on,
    )
