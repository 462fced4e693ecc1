"""Coordinates as sources write them: as numbers, exchanged, or as nothing one can use."""

SOUTH, NORTH, WEST, EAST = 49.0, 61.0, -9.0, 2.1  # the United Kingdom, in degrees


def coordinates(latitude: str, longitude: str) -> tuple[tuple[float, float] | None, str]:
    """Where a row says it is, and what is wrong where that cannot be; neither where it says nothing."""
    if not latitude.strip() and not longitude.strip():
        return None, ""
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        return None, f"its coordinates ({latitude}, {longitude}) are not numbers"
    if _in_kingdom(north, east):
        return (north, east), ""
    if _in_kingdom(east, north):
        return None, f"its latitude ({latitude}) and longitude ({longitude}) look swapped"
    return None, f"its coordinates ({latitude}, {longitude}) are not in the UK"


def _in_kingdom(latitude: float, longitude: float) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST
