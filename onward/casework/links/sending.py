"""Emailing a link, once: a try is committed before the service is asked, and whoever tries again asks first."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.formats import date_format

from onward.casework.links.models import Link
from onward.casework.links.tokens import token_of
from onward.casework.messages.account import notify
from onward.gateways.notify.service import Notify, Permanent, Temporary
from onward.policy.partners import Email, partners
from onward.records.action import action, record
from onward.records.job import Later
from onward.rules.trying import pause
from onward.vocabulary.events import LinkFailed, LinkSent
from onward.vocabulary.messages import Problem, State
from onward.vocabulary.principals import Principal
from onward.web.here import here


def hand_over(*, link: UUID, by: Principal, on: date) -> None:
    """Email the link if that still waits. Raises Later where the service is in trouble and a try is left."""
    row = _try(link)
    if row is None:
        return
    try:
        with notify() as service:
            provider_id = (service.find(row.id) if row.tries > 1 else None) or _send(row, service)
    except Permanent as refused:
        note_failed(link=link, problem=refused.problem, by=by, on=on)
    except Temporary as trouble:
        _put_off(row, trouble.problem, by, on)
    else:
        note_sent(link=link, provider_id=provider_id, by=by, on=on)


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


def _try(link: UUID) -> Link | None:
    """The link, with this try noted for whoever comes after; None where it does not wait any more."""
    with transaction.atomic():
        waits = Link.objects.filter(id=link, state=State.WAITING, revoked_on=None)
        return waits.get() if waits.update(tries=F("tries") + 1) else None


def _put_off(row: Link, problem: Problem, by: Principal, on: date) -> None:
    wait = pause(row.tries)
    if wait is None:
        note_failed(link=row.id, problem=problem, by=by, on=on)
        return
    Link.objects.filter(id=row.id).update(problem=problem)
    raise Later(wait)
