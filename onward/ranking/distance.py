"""How far two places are from each other, as the crow flies."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0


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
