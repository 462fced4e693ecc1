"""Providers keep their own entry: they ask, get a link by email, ask for changes; an editor decides what is shown.

The link goes to the address that asked, and only where the directory knows it as the organisation's own, or an
editor said that it may. What they then write is a proposal until an editor takes it.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from onward.directory.checking import keep, locked, refuse_what_cannot_be
from onward.directory.claims import KEPT_BY_PROVIDERS
from onward.directory.models import Amendment, Contact, Saying, Service
from onward.directory.models import Claim as ClaimRow
from onward.directory.personal import without_postcodes
from onward.directory.provenance import say, text_of
from onward.policy.partners import partners
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary import addresses
from onward.vocabulary.directory import EDITOR, PROVIDER, Capacity, Claim
from onward.vocabulary.events import AmendmentDecided, AmendmentMade, ClaimAsked, ClaimClosed, ClaimOpened
from onward.vocabulary.principals import Principal

ANYBODY = Principal.job("claims")  # acts for somebody on the public page, of whom nothing is known
MOST_LETTERS = 5_000


@action
def ask(*, service: str, email: str, by: Principal, on: date) -> None:
    """Somebody asks to keep a service's entry. What follows is told to nobody but the address itself."""
    row, address = locked(service), addresses.email(email)
    if address is None:
        raise Refused(_("Check the email address. It should look like name@example.com."), "bad_address")
    known = address.casefold() in _own_addresses(row)
    if _asked_lately(row, address, on) or (not known and _many_wait(row)):
        record(ClaimAsked(claim=None, service=row.uuid, known=known), by=by, on=on)
        return
    claim = ClaimRow.objects.create(
        service=row,
        email=address,
        known=known,
        state=Claim.OPEN if known else Claim.WAITING,
        asked_on=on,
    )
    record(ClaimAsked(claim=claim.id, service=row.uuid, known=known), by=by, on=on)
    if known:
        record(ClaimOpened(claim=claim.id, service=row.uuid), by=by, on=on)


@action
def let_in(*, claim: UUID, version: int, by: Principal, on: date) -> None:
    """An editor says that an address that we did not know may keep the entry."""
    row = _claim(claim, Claim.WAITING)
    change(row, version, state=Claim.OPEN)
    record(ClaimOpened(claim=row.id, service=row.service.uuid), by=by, on=on)


@action
def close_claim(*, claim: UUID, version: int, by: Principal, on: date) -> None:
    """An editor refuses a claim, or ends one: from now on its link changes nothing."""
    row = _claim(claim, Claim.WAITING, Claim.OPEN)
    state = Claim.REFUSED if row.state == Claim.WAITING else Claim.ENDED
    change(row, version, state=state)
    record(ClaimClosed(claim=row.id, service=row.service.uuid, state=state.value), by=by, on=on)


@action
def amend(*, claim: UUID, news: Mapping[str, str], by: Principal, on: date) -> None:
    """The provider says how its entry should be. What is as it is shown is no change; no change at all says that all of
    it is still right. An earlier wish that nobody has decided yet is replaced."""
    row = _claim(claim, Claim.OPEN)
    service = locked(row.service_id)
    changed = {name: text for name, text in news.items() if text != text_of(service, name)}
    _refuse_what_is_not_theirs(changed)
    Amendment.objects.filter(claim=row, decided_on=None).delete()
    made = Amendment.objects.create(
        claim=row, before={name: text_of(service, name) for name in changed}, news=changed, made_on=on
    )
    event = AmendmentMade(amendment=made.id, service=service.uuid, fields=tuple(sorted(changed)))
    record(event, by=by, on=on)


@action
def decide(
    *, amendment: UUID, take: Collection[str], words: str, version: int, by: Principal, on: date
) -> None:
    """An editor takes all, some or none of what a provider asks for, with words back to them.

    What is taken is the provider's saying; and they have then checked their entry on the day they wrote.
    """
    row = Amendment.objects.select_for_update(of=("self",)).select_related("claim").get(id=amendment)
    if row.decided_on is not None:
        raise Refused(_("This was decided already."), "not_now")
    taken = tuple(name for name in row.news if name in take)
    change(row, version, taken=list(taken), reply=words.strip(), decided_by=str(by), decided_on=on)
    service = locked(row.claim.service_id)
    if taken or not row.news:
        _say(service, {name: row.news[name] for name in taken}, made_on=row.made_on)
    record(
        AmendmentDecided(amendment=row.id, claim=row.claim_id, service=service.uuid, fields=taken),
        by=by,
        on=on,
    )


def _say(service: Service, news: dict[str, str], *, made_on: date) -> None:
    if service.confidential:
        news = {name: without_postcodes(text) for name, text in news.items()}
    said = {**news, "checked_on": made_on.isoformat(), "checked_by": PROVIDER}
    # An editor's earlier word would be shown before it; to take this now is their newer one.
    Saying.objects.filter(service=service, said_by=EDITOR, field__in=said).delete()
    say(service, said, said_by=PROVIDER, on=made_on)
    keep(service)


def _own_addresses(service: Service) -> set[str]:
    """The organisation's own addresses, as everybody can read them: none that is a person's."""
    contacts = Contact.objects.filter(service=service, personal=False).values_list("email", flat=True)
    return {
        each.strip().casefold() for each in (service.email, service.organisation.email, *contacts) if each
    }


def _asked_lately(service: Service, address: str, on: date) -> bool:
    since = on - timedelta(days=partners().claim_again_after_days)
    asked = ClaimRow.objects.filter(service=service, email__iexact=address)
    return asked.filter(asked_on__gt=since).exists() or asked.filter(state=Claim.WAITING).exists()


def _many_wait(service: Service) -> bool:
    waiting = ClaimRow.objects.filter(service=service, state=Claim.WAITING).count()
    return waiting >= partners().most_claims_waiting


def _claim(claim: UUID, *states: Claim) -> ClaimRow:
    row = ClaimRow.objects.select_for_update(of=("self",)).select_related("service").filter(id=claim).first()
    if row is None or row.state not in states:
        raise Refused(_("That cannot be done now: look at it again."), "not_now")
    return row


def _refuse_what_is_not_theirs(news: Mapping[str, str]) -> None:
    if news.keys() - set(KEPT_BY_PROVIDERS):
        raise Refused(_("Choose what to change."), "nothing_to_change")
    if any(len(text) > MOST_LETTERS for text in news.values()):
        raise Refused(_("That is too long. Write it in fewer words."), "too_long")
    if news.get("capacity") and news["capacity"] not in set(Capacity):
        raise Refused(_("Choose whether you have room."), "no_capacity")
    if news.get("email") and addresses.email(news["email"]) is None:
        raise Refused(_("Check the email address. It should look like name@example.com."), "bad_address")
    refuse_what_cannot_be(dict(news))
