"""What is known of services besides what a list shows: what filters ask for, and what their own page tells."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from onward.directory.listing import listed
from onward.directory.models import CostOption, Language, Saying, Schedule, Service, ServiceAtLocation
from onward.directory.opening import Times, times_of
from onward.directory.provenance import chosen
from onward.directory.saying.access import access
from onward.directory.saying.ages import Ages
from onward.directory.saying.travel import rides
from onward.vocabulary.directory import Access, Capacity


@dataclass(frozen=True)
class Facts:
    """Of one service; what nobody says is empty or None."""

    ages: Ages
    free: bool | None
    times: Times
    languages: tuple[str, ...]
    access: frozenset[Access]
    travel: str
    capacity: Capacity
    capacity_on: date | None
    capacity_by: str


def facts_of(ids: Iterable[str]) -> dict[str, Facts]:
    """The facts of each of these services that is known."""
    services = Service.objects.select_related("organisation").defer("search").in_bulk(list(ids))
    schedules, costs = _by_service(Schedule.objects, services), _by_service(CostOption.objects, services)
    languages = _by_service(Language.objects, services)
    places = _by_service(ServiceAtLocation.objects.select_related("location").prefetch_related(
        "location__accessibility"), services)  # fmt: skip
    said = _by_service(Saying.objects.filter(field="capacity"), services)
    return {
        key: _facts(row, schedules[key], costs[key], languages[key], places[key], said[key])
        for key, row in services.items()
    }


def _by_service(rows: Any, services: Iterable[str]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    asked: QuerySet[Any] = rows.filter(service__in=list(services)).order_by("pk")
    for row in asked:
        found[row.service_id].append(row)
    return found


def _facts(
    row: Service,
    schedules: list[Schedule],
    costs: list[CostOption],
    languages: list[Language],
    places: list[ServiceAtLocation],
    said: list[Saying],
) -> Facts:
    told = listed(row)
    words = [each.location.description for each in places]
    easier = [
        f"{one.description}. {one.details}" for each in places for one in each.location.accessibility.all()
    ]
    last = chosen(said) if said else None
    return Facts(
        ages=(told.minimum_age, told.maximum_age),
        free=_free(costs) if told.free is None else told.free,
        times=times_of(row.opening_hours, schedules),
        languages=tuple(
            dict.fromkeys(each.name or each.code for each in languages if each.name or each.code)
        ),
        access=access(*easier, *words, row.description),
        travel=rides(*words, *easier),
        capacity=Capacity(row.capacity),
        capacity_on=last.said_on if last else row.checked_on,
        capacity_by=last.said_by if last else row.checked_by,
    )


def _free(costs: list[CostOption]) -> bool | None:
    """By its amounts, where nothing else tells: free where each is nothing."""
    amounts = [each.amount for each in costs if each.amount is not None]
    return not any(amounts) if amounts else None
