"""How far two places are from each other, as the crow flies, and what that costs whoever has to go."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
HALF_KM = 4.0  # beyond a walk, what is so much farther is half as near
UNKNOWN_KM = 8.0  # a service whose place is not known is taken to be at some distance


def km_between(
    latitude: float | None, longitude: float | None, to_latitude: float | None, to_longitude: float | None
) -> float | None:
    """Kilometres by the haversine formula; None where a coordinate is missing."""
    if latitude is None or longitude is None or to_latitude is None or to_longitude is None:
        return None
    north, east = radians(to_latitude - latitude), radians(to_longitude - longitude)
    across = cos(radians(latitude)) * cos(radians(to_latitude)) * sin(east / 2) ** 2
    # Rounding can carry opposite ends of the earth a hair above 1, where asin has no answer.
    return 2 * EARTH_KM * asin(sqrt(min(1.0, sin(north / 2) ** 2 + across)))


def nearness(km: float | None, walks_km: float) -> float:
    """From 1 next door to 0: within a walk it falls little, and beyond it as a journey costs more.

    A walk counts for a quarter of its length: ten minutes on foot are no reason to choose another service.
    """
    far = UNKNOWN_KM if km is None else km
    walked = min(far, walks_km)
    return 1 / (1 + (walked / 4 + (far - walked)) / HALF_KM)
