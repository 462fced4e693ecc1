"""Keeping what was shown and what became of it, each within the action of whoever shows or says so.

There is no event here that names a showing: a log of who did what would join it to a person again.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from onward.directory.found import Suggested
from onward.directory.learned_rankings import latest_in_force
from onward.directory.models import Service, Showing, Shown, UseResult
from onward.directory.use.rising import may_rise
from onward.policy.needs import needs as known_needs
from onward.policy.recommending import recommending
from onward.ranking import VERSION
from onward.ranking.swapping import Swapping, placed
from onward.vocabulary.using import HIGHEST, LOWEST, Became, Rater, Where

DECADE, HALF = 10, 2**32


@dataclass(frozen=True)
class Kept:
    """A showing that was kept, and the services in the order in which they are to be shown."""

    showing: UUID
    order: tuple[Suggested, ...]


def keep_showing(
    *, where: Where, needs: Sequence[str], age: int | None, suggestions: Sequence[Suggested], on: date
) -> Kept:
    """Keep what is about to be shown, once a new service or a small group's has had its chance to rise."""
    showing = uuid4()
    by_id = {each.service_id: each for each in suggestions}
    order = placed(
        [(each.service_id, each.score) for each in suggestions], may_rise(by_id), _swapping(showing)
    )
    chosen = known_needs().chosen(needs)
    row = Showing.objects.create(
        id=showing,
        where=where.value,
        needs=sorted(each.code for each in chosen),
        age_decade=None if age is None else age // DECADE * DECADE,
        lead="words" if all(each.words_lead for each in chosen) else "needs",
        ranking=VERSION,
        learned=latest_in_force(),
        shown_on=on,
    )
    Shown.objects.bulk_create(
        Shown(
            showing=row,
            service_id=each.service_id,
            place=each.place,
            chance=each.chance,
            km=by_id[each.service_id].km,
            told=dict(by_id[each.service_id].told),
        )
        for each in order
    )
    return Kept(showing, tuple(by_id[each.service_id] for each in order))


def note_result(
    *, showing: UUID, service: str, became: Became, by_whom: Rater, rating: int | None = None, on: date
) -> bool:
    """Note what became of a service that was shown; a later word of the same stands. Whether it was shown.

    ValueError where a rating is not from 0 to 3, or something else than a rating brings one.
    """
    if (became is Became.RATED) != (rating is not None and LOWEST <= rating <= HIGHEST):
        raise ValueError(f"A rating is from {LOWEST} to {HIGHEST}, and only a rating has one.")
    shown = Shown.objects.filter(showing_id=showing, service_id=service).first()
    if shown is None:
        return False
    UseResult.objects.update_or_create(
        shown=shown, became=became.value, by_whom=by_whom.value, defaults={"rating": rating, "said_on": on}
    )
    return True


def uuid_of(service: str) -> UUID:
    """The UUID by which events name a service."""
    return Service.objects.values_list("uuid", flat=True).get(pk=service)


def service_of(uuid: UUID) -> str | None:
    """The id of the service that events name so; None where there is none."""
    return Service.objects.filter(uuid=uuid).values_list("id", flat=True).first()


def _swapping(showing: UUID) -> Swapping:
    """By chance, and the same whenever it is asked for this showing."""
    digest = hashlib.sha256(showing.bytes).digest()
    chance, pick = (int.from_bytes(digest[at : at + 4], "big") / HALF for at in (0, 4))
    show = recommending().showing
    return Swapping(show.share, show.place, show.least, chance, pick)
