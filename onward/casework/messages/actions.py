"""Every write of messages. What a job notes is in `delivering`, as actions too."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.messages.addressing import bad_address, checked
from onward.casework.messages.drafting import Draft, Sending, drafted
from onward.casework.messages.keeping import DELIVER, deliver, end, kept, note_held, on_its_way
from onward.casework.messages.models import Message
from onward.casework.messages.moving import beginning, moving
from onward.casework.messages.wording import carries_code
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import contacting
from onward.rules.contacting import Held, SafeContact
from onward.vocabulary import events
from onward.vocabulary.messages import Channel, ContactBy, Format, Problem, State, Step
from onward.vocabulary.principals import Principal

__all__ = ["DELIVER", "judge_again", "note_posted", "queue", "release", "send_again"]


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
    unmet: tuple[str, ...] = (),
    typed_now: bool = True,
) -> UUID:
    """Write a message and let a job hand it over; or hold it, where the rule on safe contact says no. Gives its id.

    `personalisation` has exactly what the template asks for, but the code. `council` names the folder of its own
    wordings. `to` is an address for the channel; for a letter its lines, the postcode last. `language` and `format` are
    how they read best, `unmet` what else they asked for that no message has, such as braille: what there are no words
    for is kept with the message. A letter that the service does not print waits for us.

    Refused, with a sentence for whoever typed it, where `to` cannot be an address. Where it was not `typed_now`, and so
    nobody is there to put it right, the message is kept as failed instead.
    """
    sending = Sending(template, council, channel, to, language, format, unmet)
    draft = drafted(sending, personalisation, safe_contact, on=on, asked_now=asked_now)
    if not draft.to_can_be and typed_now:
        raise bad_address(channel)
    step = _first_step(draft)
    message = Message(
        case_id=case,
        template=template,
        **{name: getattr(draft, name) for name in _DRAFTED},
        not_as_asked=list(draft.not_as_asked),
        state=beginning(step, by),
        problem=Problem.BAD_ADDRESS if step is Step.GIVE_UP else "",
        safe_contact={**asdict(safe_contact), "asked_now": asked_now},
        held_because=list(draft.held_because) if step is Step.HOLD else [],
        rule_version=contacting.VERSION,
    )
    return kept(message, by, on)


@action
def release(*, message: UUID, version: int, by: Principal, on: date) -> None:
    """Let a held message go: somebody has read what the person wrote about reaching them, and it is safe."""
    row = moving(message, _release(message), by)
    if not contacting.needs_only_a_look(tuple(Held(each) for each in row.held_because)):
        raise _own_word()
    change(row, version, state=end(on_its_way(Channel(row.channel))))
    deliver(row)
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
        to=checked(Channel(failed.channel), to),
        state=end(on_its_way(Channel(failed.channel))),
        queued_on=on,
        again_of=failed,
    )
    return kept(again, by, on)


@action
def note_posted(*, message: UUID, version: int, by: Principal, on: date, at: datetime) -> None:
    """A letter was printed and put in the post by `by`."""
    row = moving(message, Step.POST, by)
    change(row, version, state=State.SENT, posted_by=str(by), posted_on=on, sent_at=at)
    record(events.MessagePosted(case=row.case_id, message=row.id), by=by, on=on)


def judge_again(*, case: UUID, safe_contact: SafeContact, by: Principal, on: date) -> None:
    """What the person says about safe contact has changed: judge the case's messages by it, and hold what waits and
    may not go any more; within the action that changes it. What was handed over already cannot be taken back."""
    for row in Message.objects.select_for_update().filter(case_id=case).exclude(state=State.SENT):
        now = {**asdict(safe_contact), "asked_now": row.safe_contact["asked_now"]}
        because = _held(row, now)
        if row.state in (State.WAITING, State.TO_PRINT) and because:
            moving(row.id, Step.HOLD, by)
            change(row, row.version, state=State.HELD, safe_contact=now, held_because=list(because))
            note_held(row, by, on)
        else:
            change(row, row.version, safe_contact=now)


# What a message has as it was drafted.
_DRAFTED = ("template_version", "channel", "to", "language", "format", "subject", "body", "queued_on")
# What a message that is sent again has in common with the one that failed.
_SAME = (
    "case_id", "template", "template_version", "channel", "language", "format", "not_as_asked", "subject", "body",
    "safe_contact", "held_because", "rule_version",
)  # fmt: skip


def _first_step(draft: Draft) -> Step:
    if not draft.to_can_be:
        return Step.GIVE_UP
    return on_its_way(draft.channel) if draft.may_go else Step.HOLD


def _release(message: UUID) -> Step:
    """A held letter that we print ourselves goes on by another move than what the service takes."""
    channel = Message.objects.filter(id=message).values_list("channel", flat=True).first()
    return Step.PRINT if channel and on_its_way(Channel(channel)) is Step.PRINT else Step.RELEASE


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
