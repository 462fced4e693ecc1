"""Every write of messages. What a job notes is in `delivering`, as actions too."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.messages.models import Message
from onward.casework.messages.moving import moving
from onward.casework.messages.wording import Asked, carries_code, worded
from onward.policy.messages import template as template_in_force
from onward.records.action import action, record
from onward.records.job import enqueue
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import contacting
from onward.rules.contacting import Held, SafeContact
from onward.vocabulary import addresses, events
from onward.vocabulary.events import Event
from onward.vocabulary.messages import Channel, Format, State, Step
from onward.vocabulary.principals import Principal

DELIVER = "messages.deliver"


@action
def queue(
    *,
    case: UUID,
    template: str,
    channel: Channel,
    to: str,
    personalisation: Mapping[str, str],
    safe_contact: SafeContact,
    council: str,
    key: UUID,
    by: Principal,
    on: date,
    asked_now: bool = False,
    language: str = "en",
    format: Format = Format.PLAIN,  # noqa: A002 (the field's word)
) -> UUID:
    """Write a message and let a job hand it over; or hold it, where the rule on safe contact says no. Gives its id.

    `personalisation` has exactly what the template asks for, but the code. `council` names the folder of its own
    wordings. Refused, with a sentence for whoever typed it, where `to` cannot be an address for the channel.
    """
    in_force = template_in_force(template, council=council)
    wording = worded(in_force, Asked(channel, language, format), personalisation)
    because = contacting.held(safe_contact, channel, asked_now=asked_now, carries_code=carries_code(wording))
    message = Message(
        case_id=case,
        template=template,
        template_version=in_force.version,
        channel=channel,
        to=_address(channel, to),
        language=wording.language,
        format=wording.format,
        subject=wording.subject,
        body=wording.body,
        state=State.HELD if because else State.WAITING,
        safe_contact=asdict(safe_contact),
        held_because=list(because),
        rule_version=contacting.VERSION,
        queued_on=on,
    )
    return _kept(message, by, on)


@action
def release(*, message: UUID, version: int, by: Principal, on: date) -> None:
    """Let a held message go: somebody has read what the person wrote about reaching them, and it is safe."""
    row = moving(message, Step.RELEASE, by)
    if not contacting.needs_only_a_look(tuple(Held(each) for each in row.held_because)):
        raise Refused(
            _("The person’s own word holds this message. Reach them as they asked, or ask them again."),
            "not_for_us_to_release",
        )
    change(row, version, state=State.WAITING)
    enqueue(DELIVER, lock=str(row.id), message=row.id)
    record(events.MessageReleased(case=row.case_id, message=row.id), by=by, on=on)


@action
def send_again(*, message: UUID, to: str, version: int, key: UUID, by: Principal, on: date) -> UUID:
    """Send a failed message again, to an address that was put right. Gives the new message; the failed one stays.

    What the person said about safe contact then, holds now: a message that was let go then may go by the same way.
    """
    failed = moving(message, Step.SEND_AGAIN, by)
    change(failed, version)
    again = Message(
        **{name: getattr(failed, name) for name in _SAME},
        to=_address(Channel(failed.channel), to),
        state=State.WAITING,
        queued_on=on,
        again_of=failed,
    )
    return _kept(again, by, on)


# What a message that is sent again has in common with the one that failed.
_SAME = (
    "case_id", "template", "template_version", "channel", "language", "format", "subject", "body", "safe_contact",
    "held_because", "rule_version",
)  # fmt: skip


def _kept(message: Message, by: Principal, on: date) -> UUID:
    """Write the message, its event and, where it may go, its job."""
    message.save(force_insert=True)
    if message.state == State.HELD:
        event: Event = events.MessageHeld(
            case=message.case_id,
            message=message.id,
            template=message.template,
            channel=message.channel,
            because=tuple(message.held_because),
        )
    else:
        enqueue(DELIVER, lock=str(message.id), message=message.id)
        event = events.MessageQueued(
            case=message.case_id,
            message=message.id,
            template=message.template,
            channel=message.channel,
            again_of=message.again_of_id,
        )
    record(event, by=by, on=on)
    return message.id


def _address(channel: Channel, typed: str) -> str:
    """What was typed, without spaces around it; Refused where it cannot be an address."""
    if channel is Channel.TEXT and addresses.mobile(typed) is None:
        raise Refused(_("Check the mobile number. It should look like 07700 900 001."), "bad_address")
    if channel is Channel.EMAIL and addresses.email(typed) is None:
        raise Refused(_("Check the email address. It should look like name@example.com."), "bad_address")
    return typed.strip()
