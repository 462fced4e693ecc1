"""Duplicates: proposed by the job, merged or kept apart by a person, and either taken back.

A merged service stays in its table, hidden, and goes on being refreshed; what it says is said of the other one too.
So taking it back loses nothing.
"""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import F, Q
from django.utils.translation import gettext as _

from onward.directory.alike import Likeness, Marks, pairs
from onward.directory.models import OrganisationIdentifier, Proposal, Service
from onward.directory.names import key
from onward.directory.numbers import digits
from onward.directory.provenance import FIELDS, speak_for, unsay, voice
from onward.directory.store.writing import GONE, index
from onward.policy.directory import keeping
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary.directory import Pair
from onward.vocabulary.events import DuplicateDecided, DuplicatesProposed
from onward.vocabulary.principals import Principal


@action
def propose(*, by: Principal, on: date) -> int:
    """Compare all services and propose pairs; open ones that are alike no more are forgotten. How many are new."""
    found = {
        (each.first, each.second): each for each in pairs(_marks(), keeping().alike, keeping().propose_from)
    }
    _forget_all_but(found)
    known = set(Proposal.objects.values_list("first_id", "second_id"))
    new = [
        Proposal(first_id=each.first, second_id=each.second, points=each.points, reasons=list(each.reasons))
        for pair, each in found.items()
        if pair not in known
    ]
    Proposal.objects.bulk_create(new)
    record(DuplicatesProposed(proposals=len(new)), by=by, on=on)
    return len(new)


@action
def merge(*, proposal: int, keep: str, version: int, by: Principal, on: date) -> None:
    """Make one of the two: `keep` is shown, and the other hidden; what `keep` lacks, the other says."""
    pair = _open(proposal, Pair.OPEN)
    if keep not in (pair.first_id, pair.second_id):
        raise Refused(_("Choose one of the two services to keep."), "keep_which")
    kept, other = (pair.first, pair.second) if keep == pair.first_id else (pair.second, pair.first)
    for each in (kept, other):
        if each.merged_into_id:
            raise Refused(
                _("One of the two was merged into another already. Undo that first."), "merged_already"
            )
    _decide(pair, version, Pair.MERGED, kept, by=by, on=on)
    other.merged_into, other.closed = kept, True
    other.save(update_fields=["merged_into", "closed"])
    speak_for(other, kept, on=on)
    kept.save(update_fields=[*FIELDS, "stale"])
    index([kept.pk, other.pk])


@action
def keep_apart(*, proposal: int, version: int, by: Principal, on: date) -> None:
    """Say that the two are two; they are not proposed again."""
    _decide(_open(proposal, Pair.OPEN), version, Pair.APART, None, by=by, on=on)


@action
def undo(*, proposal: int, version: int, by: Principal, on: date) -> None:
    """Take back what was decided; both are as if it had never been."""
    pair = _open(proposal, Pair.MERGED, Pair.APART)
    kept = pair.kept
    _decide(pair, version, Pair.OPEN, None, by=by, on=on)
    if kept:
        other = pair.second if kept == pair.first else pair.first
        other.merged_into = None
        other.closed = other.withdrawn_on is not None or other.status in GONE
        other.save(update_fields=["merged_into", "closed"])
        unsay(kept, said_by=voice(other), on=on)
        kept.save(update_fields=[*FIELDS, "stale"])
        index([kept.pk, other.pk])


def _open(proposal: int, *states: Pair) -> Proposal:
    found = Proposal.objects.select_related("first", "second", "kept").filter(pk=proposal).first()
    if found is None or found.state not in states:
        raise Refused(_("This was decided by somebody else. Look at it again."), "decided_already")
    return found


def _decide(
    pair: Proposal, version: int, state: Pair, kept: Service | None, *, by: Principal, on: date
) -> None:
    change(pair, version, state=state.value, kept=kept, decided_by=str(by), decided_on=on)
    kept_id: UUID | None = kept.uuid if kept else None
    record(DuplicateDecided(proposal=pair.pk, decision=state.value, kept=kept_id), by=by, on=on)


def _forget_all_but(found: dict[tuple[str, str], Likeness]) -> None:
    open_ones = Proposal.objects.filter(state=Pair.OPEN.value).values_list("pk", "first_id", "second_id")
    gone = [pk for pk, first, second in open_ones if (first, second) not in found]
    Proposal.objects.filter(pk__in=gone).delete()


def _marks() -> Iterable[Marks]:
    """What every service that is shown can be known by."""
    charities = dict(
        OrganisationIdentifier.objects.filter(
            Q(identifier_scheme="GB-CHC") | Q(identifier_type__icontains="charity")
        ).values_list("organisation_id", "identifier")
    )
    rows = Service.objects.filter(closed=False).values_list(
        "pk", "name", "postcode", "telephone", "website", "email", F("organisation_id")
    )
    for pk, name, postcode, telephone, website, email, organisation in rows.iterator():
        yield Marks(
            service=pk,
            name=key(name),
            postcode=postcode,
            telephone=digits(telephone),
            website=_site(website),
            email=email.lower(),
            charity=charities.get(organisation, ""),
        )


def _site(website: str) -> str:
    parts = urlsplit(website.lower())
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
