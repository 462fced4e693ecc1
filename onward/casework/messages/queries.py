"""What may be asked about messages. Row security decides which of them show: those of cases that show."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from onward.casework.messages import account
from onward.casework.messages.drafting import Draft, Sending, drafted
from onward.casework.messages.letter import pdf
from onward.casework.messages.models import Message
from onward.casework.messages.wording import CODE
from onward.gateways.notify.service import Taken, Temporary, Trouble
from onward.policy.messages import NoWording, names, template
from onward.rules import contacting
from onward.rules.contacting import Held
from onward.vocabulary.messages import Channel, Format, Problem, State

__all__ = ["Draft", "Sending", "drafted", "names"]  # what others see here and is made elsewhere

MOST = 200


@dataclass(frozen=True)
class MessageSeen:
    """One message as staff and its own resident may see it. A code in `body` is a placeholder."""

    id: UUID
    case: UUID
    reference: str
    template: str
    channel: Channel
    to: str
    subject: str
    body: str
    language: str
    format: Format
    not_as_asked: tuple[str, ...]
    state: State
    held_because: tuple[Held, ...]
    problem: Problem | None
    queued_on: date
    queued_at: datetime
    sent_at: datetime | None
    arrived_at: datetime | None
    posted_by: str
    posted_on: date | None
    was_sent_again: bool
    version: int

    @property
    def may_be_released(self) -> bool:
        return self.state is State.HELD and contacting.needs_only_a_look(self.held_because)

    @property
    def may_be_posted(self) -> bool:
        return self.state is State.TO_PRINT

    @property
    def may_be_sent_again(self) -> bool:
        return self.state is State.FAILED and not self.was_sent_again


def can_send() -> bool:
    """Whether emails and texts are set up here: a page offers them only then."""
    return account.set_up()


def can_send_by(channel: Channel) -> bool:
    """Whether something can go by this channel here. A letter always can: where nobody prints it for us, we do."""
    return channel is Channel.LETTER or account.set_up()


def message(message_id: UUID) -> MessageSeen | None:
    """One message, where whoever asks may see its case."""
    found = _seen(Message.objects.filter(id=message_id))
    return found[0] if found else None


def of_case(case: UUID) -> list[MessageSeen]:
    """The case's messages, newest first."""
    return _seen(Message.objects.filter(case_id=case))


def newest(state: State | None = None, most: int = MOST) -> list[MessageSeen]:
    """The newest messages, all or those in one state."""
    rows = Message.objects.filter(state=state) if state else Message.objects.all()
    return _seen(rows, most)


def counts() -> dict[State, int]:
    """How many messages are in each state, noughts too."""
    found = dict(Message.objects.values_list("state").annotate(Count("id")))
    return {state: found.get(state, 0) for state in State}


def placeholders(sending: Sending) -> frozenset[str] | None:
    """What the wording of a message asks to be told; None where it does not go by this channel."""
    try:
        wording = template(sending.template, council=sending.council).wording(
            sending.channel, language=sending.language, format=sending.format
        )
    except NoWording:
        return None
    return wording.placeholders - {CODE}


def carry_the_code(template_name: str, council: str) -> bool:
    """Whether a message opens the case to whoever reads it: such a one goes only where its reader asks for it."""
    return any(CODE in each.placeholders for each in template(template_name, council=council).wordings)


def letter(message: MessageSeen | Draft) -> bytes:
    """The letter as it goes, a PDF."""
    return pdf(message)


def taken_by_the_service() -> list[Taken] | None:
    """What the service has: for the demonstration, whose service is on this machine. None where it does not answer."""
    try:
        with account.notify() as service:
            return service.taken()
    except Temporary:
        return None


def letter_taken(number: str) -> bytes | None:
    """A letter as the service has it, a PDF; None where it has none, or does not answer."""
    try:
        with account.notify() as service:
            return service.letter(number)
    except Trouble:
        return None


def _seen(rows: QuerySet[Message], most: int = MOST) -> list[MessageSeen]:
    chosen = rows.select_related("case", "again").order_by("-queued_at")[:most]
    return [_message(row) for row in chosen]


def _message(row: Message) -> MessageSeen:
    return MessageSeen(
        id=row.id,
        case=row.case_id,
        reference=row.case.reference,
        template=row.template,
        channel=Channel(row.channel),
        to=row.to,
        subject=row.subject,
        body=row.body,
        language=row.language,
        format=Format(row.format),
        not_as_asked=tuple(row.not_as_asked),
        state=State(row.state),
        held_because=tuple(Held(each) for each in row.held_because),
        problem=Problem(row.problem) if row.problem else None,
        queued_on=row.queued_on,
        queued_at=row.queued_at,
        sent_at=row.sent_at,
        arrived_at=row.arrived_at,
        posted_by=row.posted_by,
        posted_on=row.posted_on,
        was_sent_again=hasattr(row, "again"),
        version=row.version,
    )
