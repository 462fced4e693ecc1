"""Emailing a link, once, as a message is handed over."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format

from onward.casework.links.models import Link
from onward.casework.links.tokens import token_of
from onward.casework.messages import handing_over
from onward.gateways.notify.service import Notify
from onward.policy.partners import Email, partners
from onward.records.action import action, record
from onward.vocabulary.events import LinkFailed, LinkSent
from onward.vocabulary.messages import Problem, State
from onward.vocabulary.principals import Principal
from onward.web.here import here


def hand_over(*, link: UUID, by: Principal, on: date) -> None:
    """Email the link if that still waits. Raises Later where the service is in trouble and a try is left."""
    handing_over.hand_over(
        link,
        Link.objects.filter(state=State.WAITING, revoked_on=None),
        send=_send,
        sent=lambda provider_id: note_sent(link=link, provider_id=provider_id, by=by, on=on),
        failed=lambda problem: note_failed(link=link, problem=problem, by=by, on=on),
    )


@action
def note_sent(*, link: UUID, provider_id: str, by: Principal, on: date) -> None:
    """The service took the email."""
    Link.objects.filter(id=link).update(state=State.SENT, provider_id=provider_id, problem="")
    record(LinkSent(link=link), by=by, on=on)


@action
def note_failed(*, link: UUID, problem: Problem, by: Principal, on: date) -> None:
    """The service will never take the email, or has not for more than a day."""
    Link.objects.filter(id=link).update(state=State.FAILED, problem=problem)
    record(LinkFailed(link=link, problem=problem.value), by=by, on=on)


def worded(row: Link) -> Email:
    """The email as it is sent, with the address that opens the page."""
    path = reverse("partners:opened", kwargs={"token": token_of(row.id)})
    return (
        partners()
        .emails[row.email]
        .filled(
            {
                "council": here().name,
                "service": " ".join(row.service.replace("((", "( (").split()),
                "link": f"{settings.ONWARD_ADDRESS.rstrip('/')}{path}",
                "until": date_format(row.expires_on, "j F Y"),
            }
        )
    )


def _send(row: Link, service: Notify) -> str:
    email = worded(row)
    return service.send_email(to=row.to, subject=email.subject, body=email.body, reference=row.id)
