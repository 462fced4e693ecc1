"""Every write of messages. What a job notes is in `delivering`, as actions too."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.messages.models import Message
from onward.casework.messages.moving import beginning, moving
from onward.casework.messages.wording import Asked, carries_code, worded
from onward.policy.messages import template as template_in_force
from onward.records.action import action, record
from onward.records.job import enqueue
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import contacting
from onward.rules.contacting import Held, SafeContact
from onward.vocabulary import addresses, events
from onward.vocabulary.messages import Channel, ContactBy, Format, State, Step
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
    because = contacting.held(
        safe_contact, channel, asked_now=asked_now, carries_code=carries_code(wording.body)
    )
    beginning(Step.HOLD if because else Step.QUEUE, by)
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
        safe_contact={**asdict(safe_contact), "asked_now": asked_now},
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
        raise _own_word()
    change(row, version, state=State.WAITING)
    enqueue(DELIVER, lock=str(row.id), message=row.id)
    record(events.MessageReleased(case=row.case_id, message=row.id), by=by, on=on)


@action
def send_again(*, message: UUID, to: str, version: int, key: UUID, by: Principal, on: date) -> UUID:
    """Send a failed message again, to an address that was put right. Gives the new message; the failed one stays.

    Refused where the person's word holds it by now. Words about safety are read by whoever sends it again.
    """
    failed = moving(message, Step.SEND_AGAIN, by)
    because = _held(failed, failed.safe_contact)
    if because and not contacting.needs_only_a_look(because):
        raise _own_word()
    change(failed, version)
    again = Message(
        **{name: getattr(failed, name) for name in _SAME},
        to=_address(Channel(failed.channel), to),
        state=State.WAITING,
        queued_on=on,
        again_of=failed,
    )
    return _kept(again, by, on)


def judge_again(*, case: UUID, safe_contact: SafeContact, by: Principal, on: date) -> None:
    """What the person says about safe contact has changed: judge the case's messages by it, and hold what waits and
    may not go any more; within the action that changes it. What was handed over already cannot be taken back."""
    for row in Message.objects.select_for_update().filter(case_id=case).exclude(state=State.SENT):
        now = {**asdict(safe_contact), "asked_now": row.safe_contact["asked_now"]}
        because = _held(row, now)
        if row.state == State.WAITING and because:
            moving(row.id, Step.HOLD, by)
            change(row, row.version, state=State.HELD, safe_contact=now, held_because=list(because))
            _note_held(row, by, on)
        else:
            change(row, row.version, safe_contact=now)


# What a message that is sent again has in common with the one that failed.
_SAME = (
    "case_id", "template", "template_version", "channel", "language", "format", "subject", "body", "safe_contact",
    "held_because", "rule_version",
)  # fmt: skip


def _kept(message: Message, by: Principal, on: date) -> UUID:
    """Write the message, its event and, where it may go, its job."""
    message.save(force_insert=True)
    if message.state == State.HELD:
        _note_held(message, by, on)
        return message.id
    enqueue(DELIVER, lock=str(message.id), message=message.id)
    queued = events.MessageQueued(
        case=message.case_id,
        message=message.id,
        template=message.template,
        channel=message.channel,
        again_of=message.again_of_id,
    )
    record(queued, by=by, on=on)
    return message.id


def _note_held(message: Message, by: Principal, on: date) -> None:
    held = events.MessageHeld(
        case=message.case_id,
        message=message.id,
        template=message.template,
        channel=message.channel,
        because=tuple(message.held_because),
    )
    record(held, by=by, on=on)


def _held(message: Message, said: Mapping[str, Any]) -> tuple[Held, ...]:
    """Why a message that was written before may not go, by what is said of safe contact now."""
    way = said["contact_by"]
    return contacting.held(
        SafeContact(ContactBy(way) if way else None, said["message_safe"], said["words"]),
        Channel(message.channel),
        asked_now=said["asked_now"],
        carries_code=carries_code(message.body),
    )


def _own_word() -> Refused:
    return Refused(
        _("The person’s own word holds this message. Reach them as they asked, or ask them again."), "held"
    )


def _address(channel: Channel, typed: str) -> str:
    """What was typed, without spaces around it; Refused where it cannot be an address."""
    if channel is Channel.TEXT and addresses.mobile(typed) is None:
        raise Refused(_("Check the mobile number. It should look like 07700 900 001."), "bad_address")
    if channel is Channel.EMAIL and addresses.email(typed) is None:
        raise Refused(_("Check the email address. It should look like name@example.com."), "bad_address")
    return typed.strip()
