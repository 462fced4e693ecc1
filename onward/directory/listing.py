"""A service of the database as ranking needs it."""

from functools import lru_cache

from onward.directory.listed import Listed
from onward.directory.models import Service
from onward.directory.saying import ages, free, room
from onward.directory.saying.ages import Ages
from onward.ranking.model import Room
from onward.vocabulary.directory import Capacity

# The same in words that are read beside a folder's own.
_ROOM = {Capacity.ROOM_NOW: "room now", Capacity.WAITING_LIST: "waiting list", Capacity.FULL: "full"}


def listed(service: Service) -> Listed:
    """The service with its ages, room and cost, as its columns say or else its own words."""
    text = f"{service.name}. {service.description} {service.eligibility}".strip()
    said_ages, standing, ended, costs_nothing = _said(service.capacity, service.fees, text)
    columns = (service.minimum_age, service.maximum_age)
    youngest, oldest = said_ages if columns == (None, None) else columns
    return Listed(
        id=service.id,
        name=service.name,
        organisation_key=service.organisation.key,
        category=service.category,
        description=service.description,
        address=service.address,
        latitude=service.latitude,
        longitude=service.longitude,
        minimum_age=youngest,
        maximum_age=oldest,
        room=standing,
        free=costs_nothing,
        closed=service.closed or ended,
        stale=service.stale,
        doubled=service.doubled,
        outside_area=service.outside_area,
    )


@lru_cache(maxsize=5_000)
def _said(capacity: str, fees: str, text: str) -> tuple[Ages, Room, bool, bool | None]:
    return (ages(text), *room(_ROOM.get(Capacity(capacity), ""), text), free(fees, text))
