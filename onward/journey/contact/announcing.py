"""What a person is told by itself, by the way they chose: that we have their request, and that there is an answer.

Told of events: `config/handlers.py` says of which. It is written down within the same transaction, held where the rule
on safe contact says so, and never undoes what happened: an address that cannot be one shows in the outbox as failed.
"""

from datetime import date
from uuid import UUID, uuid4

from onward.casework.answering.addressee import addressee
from onward.casework.messages import actions as messages
from onward.casework.messages import queries as outbox
from onward.casework.messages.queries import Sending
from onward.journey.contact import queries
from onward.journey.contact.correspondence import may_be_told, sayable
from onward.vocabulary.events import ContactDecided, ContactSent
from onward.vocabulary.messages import Channel
from onward.vocabulary.principals import Principal
from onward.web.here import council_code


def say_it_came_in(event: ContactSent, /, *, by: Principal, on: date) -> None:
    """Whoever asked is told that we have their request, and by when we answer."""
    _write(event.case, "request-received", by, on)


def say_it_is_decided(event: ContactDecided, /, *, by: Principal, on: date) -> None:
    """Whoever asked is told that there is an answer; in a letter also what it is, where that may be told."""
    tracked = queries.tracked(event.case)
    in_writing = tracked is not None and may_be_told(tracked)
    by_letter = addressee(event.case).channel is Channel.LETTER
    _write(event.case, "looked-at" if by_letter and not in_writing else "decision-made", by, on)


def _write(case: UUID, template: str, by: Principal, on: date) -> None:
    """By the way they chose; nothing where that is a call or nothing, or nothing can go by it here."""
    to_whom, said = addressee(case), sayable(case)
    if to_whom.channel is None or not outbox.can_send_by(to_whom.channel):
        return
    reads = to_whom.reads
    sending = Sending(
        template, council_code(), to_whom.channel, to_whom.to, reads.language, reads.format, reads.unmet
    )
    messages.queue(
        case=case,
        template=template,
        channel=to_whom.channel,
        to=to_whom.to,
        personalisation={name: said[name] for name in outbox.placeholders(sending) or ()},
        safe_contact=to_whom.safe_contact,
        council=council_code(),
        language=reads.language,
        format=reads.format,
        unmet=reads.unmet,
        typed_now=False,
        key=uuid4(),
        by=by,
        on=on,
    )
