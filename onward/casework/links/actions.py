"""Making and taking back links. The email itself is a job's: `sending`."""

from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from onward.casework.links.models import Link, LinkDigest
from onward.casework.links.tokens import digest_of, token_of
from onward.policy.partners import partners
from onward.records.action import action, record
from onward.records.job import enqueue
from onward.vocabulary.events import LinkMade
from onward.vocabulary.links import Purpose
from onward.vocabulary.principals import Principal

DELIVER = "links.deliver"


def make(
    *,
    purpose: Purpose,
    about: UUID,
    occasion: UUID,
    to: str,
    email: str,
    service: str,
    case: UUID | None,
    by: Principal,
    on: date,
) -> UUID:
    """Make a link and let a job email it; those before it about the same open nothing any more. Within an action.

    For one `occasion` there is one link, however often it is asked for. Gives its id.
    """
    if known := Link.objects.filter(occasion=occasion).first():
        return known.id
    revoke(purpose=purpose, about=about, on=on)
    link = Link(
        case_id=case,
        purpose=purpose,
        about=about,
        occasion=occasion,
        to=to,
        email=email,
        service=service,
        made_on=on,
        expires_on=on + timedelta(days=partners().link_days),
    )
    link.save(force_insert=True)
    # Without RETURNING: nobody may read this table.
    LinkDigest.objects.bulk_create(
        [LinkDigest(link=link, case_id=link.case_id, digest=digest_of(token_of(link.id)))]
    )
    enqueue(DELIVER, lock=str(link.id), link=link.id)
    record(LinkMade(link=link.id, purpose=purpose.value), by=by, on=on)
    return link.id


def revoke(*, purpose: Purpose, about: UUID, on: date) -> None:
    """Let no link about this open anything any more; within an action."""
    Link.objects.filter(purpose=purpose, about=about, revoked_on=None).update(revoked_on=on)


@action
def make_for_provider(
    *, claim: UUID, occasion: UUID, to: str, email: str, service: str, by: Principal, on: date
) -> None:
    """Make a link for whoever keeps their own entry; for the job that does."""
    make(
        purpose=Purpose.CLAIM,
        about=claim,
        occasion=occasion,
        to=to,
        email=email,
        service=service,
        case=None,
        by=by,
        on=on,
    )


def open_link(*, token: str) -> UUID | None:
    """The link that a token opens today; None where it opens nothing, and then the attempt is written down."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT onward_open_link(%s)", [token.replace("\0", "")[:100]])
        row = cursor.fetchone()
    return row[0] if row else None
