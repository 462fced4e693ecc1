"""Whether services are still there: what was tried, what an editor then decides."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from onward.directory.models import Check, Location, Service, ServiceAtLocation
from onward.directory.provenance import FIELDS, say, unsay
from onward.directory.rows import OLDEST, link
from onward.directory.store.writing import GONE, index
from onward.policy.directory import keeping
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.vocabulary.directory import EDITOR, Capacity, Status, Way
from onward.vocabulary.events import ServiceChecked, ServiceEdited
from onward.vocabulary.principals import Kind, Principal


@action
def note_check(*, service: str, way: Way, answered: bool, by: Principal, on: date) -> None:
    """Write down that it was tried whether a service is there. Somebody who reached it has checked its entry."""
    row = locked(service)
    Check.objects.create(service=row, way=way.value, answered=answered, checked_on=on, by=str(by))
    if answered and by.kind is Kind.STAFF:
        _edit(row, {"checked_on": on.isoformat(), "checked_by": EDITOR}, on=on)
    record(ServiceChecked(service=row.uuid, way=way.value, answered=answered), by=by, on=on)


@action
def edit(*, service: str, news: dict[str, str], by: Principal, on: date) -> None:
    """Say something of a service that its source does not say; it is shown instead, and survives every refresh."""
    row = locked(service)
    unknown = news.keys() - set(FIELDS)
    if unknown or not news:
        raise Refused(_("Choose what to change."), "nothing_to_change")
    refuse_what_cannot_be(news)
    _edit(row, news, on=on)
    record(ServiceEdited(service=row.uuid, fields=tuple(sorted(news))), by=by, on=on)


@action
def close(*, service: str, by: Principal, on: date) -> None:
    """Say that a service is no more."""
    row = locked(service)
    _edit(row, {"status": Status.DEFUNCT.value}, on=on)
    record(ServiceEdited(service=row.uuid, fields=("status",)), by=by, on=on)


@action
def take_back(*, service: str, by: Principal, on: date) -> None:
    """Take back everything that editors said of a service; what its sources say is shown again."""
    row = locked(service)
    unsay(row, said_by=EDITOR, on=on)
    keep(row)
    record(ServiceEdited(service=row.uuid, fields=()), by=by, on=on)


@action
def show_place(*, service: str, shown: bool, by: Principal, on: date) -> None:
    """Decide that the place of a service may be shown, whatever its words say, or that it must not be.

    What is shown again comes with the next load; what must not be shown goes at once.
    """
    row = locked(service)
    row.place_may_be_shown = shown
    row.source_digest = row.digest = ""  # so that it is read again
    if not shown:
        row.confidential, row.address, row.postcode, row.latitude, row.longitude = True, "", "", None, None
        ServiceAtLocation.objects.filter(service=row).delete()
        Location.objects.filter(at_services=None).delete()
    row.save()
    index([row.pk])
    record(ServiceEdited(service=row.uuid, fields=("place",)), by=by, on=on)


def may_have_closed(on: date) -> list[str]:
    """The ids of services whose last checks all failed, as often and for as long as the policy says."""
    rules = keeping()
    found = []
    failing = Check.objects.filter(service__closed=False, answered=False).values_list("service_id").distinct()
    checks: dict[str, list[Check]] = {}
    for each in Check.objects.filter(service__in=failing).order_by("service_id", "-checked_on", "-pk"):
        checks.setdefault(each.service_id, []).append(each)
    for service, newest_first in checks.items():
        last = newest_first[: rules.failed_checks]
        failed = len(last) == rules.failed_checks and not any(each.answered for each in last)
        since = _failing_since(newest_first)
        if failed and since and since <= on - timedelta(days=rules.failed_days):
            found.append(service)
    return found


def refuse_what_cannot_be(news: dict[str, str]) -> None:
    """Refuse, with a sentence, what a field of an entry cannot hold."""
    for field in news.keys() & {"minimum_age", "maximum_age"}:
        if news[field] and not (
            news[field].isascii() and news[field].isdigit() and int(news[field][:4]) <= OLDEST
        ):
            raise Refused(_("Write an age in whole years, like 60."), "no_age")
    if "capacity" in news and news["capacity"] not in set(Capacity):
        raise Refused(_("Choose whether there is room."), "no_capacity")
    if "name" in news and not news["name"]:
        raise Refused(_("A service needs a name."), "no_name")
    if news.get("website") and link(news["website"]) != (news["website"], ""):
        raise Refused(_("Write the website with https:// at its beginning."), "no_link")


def _failing_since(newest_first: list[Check]) -> date | None:
    since = None
    for each in newest_first:
        if each.answered:
            break
        since = each.checked_on
    return since


def locked(service: str) -> Service:
    """The service, until the end of the transaction; Refused where it is not there any more."""
    row = Service.objects.select_for_update(of=("self",)).filter(pk=service, merged_into=None).first()
    if row is None:
        raise Refused(
            _("This service is not in the directory any more, or was merged into another."), "no_service"
        )
    return row


def _edit(row: Service, news: dict[str, str], *, on: date) -> None:
    say(row, news, said_by=EDITOR, on=on)
    keep(row)


def keep(row: Service) -> None:
    """Save what is now to be shown of a service, and let it be found by it."""
    row.closed = row.withdrawn_on is not None or row.status in GONE
    row.save(update_fields=[*FIELDS, "stale", "closed"])
    index([row.pk])
