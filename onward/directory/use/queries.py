"""Who is seen, how far the learning is, and what somebody has said of the services that they were sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import log2
from typing import Any
from uuid import UUID

from onward.directory.learned_rankings import latest_in_force
from onward.directory.models import LearnedRanking, Service, Shown, UseResult
from onward.directory.use.learning import Standing, standing
from onward.directory.use.rising import known, small
from onward.policy.recommending import recommending
from onward.vocabulary.using import Became, Rater

MONTH = 30
MOST = 20_000  # places of lists that are looked at, the latest


@dataclass(frozen=True)
class Seen:
    """A group of services: how many there are, how often they were shown, their share of what was looked at (0 to 1),
    and how often one of them was sent."""

    group: str  # small, others; and of all of them, new
    services: int
    shown: int
    attention: float
    sent: int


@dataclass(frozen=True)
class Order:
    """How services are ordered: what was learned and is in force since when, how it compared, who is seen."""

    in_force: bool
    since: date | None
    judged: Mapping[str, Any] | None
    judged_on: date | None
    went_back_on: date | None
    standing: Standing
    seen: tuple[Seen, ...]


def order(on: date) -> Order:
    """How services are ordered now, and who was seen until `on`."""
    latest = LearnedRanking.objects.order_by("-id").first()
    in_force = latest_in_force()
    back = LearnedRanking.objects.filter(taken_back_on__isnull=False).order_by("-taken_back_on").first()
    return Order(
        in_force=in_force is not None,
        since=in_force.learned_at.date() if in_force else None,
        judged=latest.judged if latest else None,
        judged_on=latest.learned_at.date() if latest else None,
        went_back_on=back.taken_back_on if back else None,
        standing=standing(),
        seen=seen(on),
    )


def seen(on: date) -> tuple[Seen, ...]:
    """Who was seen in the last months. A place is looked at less the lower it is: one by the logarithm, as nDCG has it.

    The first two groups are all services; the third is those of either that few have rated.
    """
    since = on - timedelta(days=MONTH * recommending().showing.months)
    rows = Shown.objects.filter(showing__shown_on__gt=since).order_by("-showing__shown_on", "-pk")
    places = list(rows.values_list("pk", "service", "place")[:MOST])
    sent_ids = set(
        UseResult.objects.filter(became=Became.SENT.value, shown__in=[row[0] for row in places]).values_list(
            "shown", flat=True
        )
    )
    everyone = frozenset(Service.objects.filter(closed=False).values_list("pk", flat=True))
    little = small() & everyone
    groups = {"small": little, "others": everyone - little, "new": everyone - known()}
    weights = [(pk, service, 1 / log2(place + 1)) for pk, service, place in places]
    total = sum(weight for _, _, weight in weights) or 1.0
    return tuple(
        Seen(
            group=name,
            services=len(members),
            shown=sum(service in members for _, service, _ in weights),
            attention=sum(weight for _, service, weight in weights if service in members) / total,
            sent=sum(pk in sent_ids for pk, service, _ in weights if service in members),
        )
        for name, members in groups.items()
    )


def ratings(showing: UUID | None, by_whom: Rater) -> dict[str, int]:
    """How well the services of a list suit, by their ids, as one of those concerned has said."""
    said = UseResult.objects.filter(
        shown__showing=showing, became=Became.RATED.value, by_whom=by_whom.value
    ).values_list("shown__service", "rating")
    return {service: rating for service, rating in said if rating is not None}
