"""The area's postcodes, read from their file."""

from onward.directory.area import Row, Source
from onward.directory.models import Postcode
from onward.directory.places import coordinates
from onward.directory.report import Problem
from onward.vocabulary.postcodes import tidy


def read_postcodes(source: Source) -> tuple[dict[str, Postcode], list[Problem]]:
    """The postcodes by postcode, not yet written, and every row that cannot be read with why."""
    postcodes: dict[str, Postcode] = {}
    problems: list[Problem] = []
    for row in source.rows():
        fault = _read(row, postcodes)
        if fault:
            problems.append(Problem(source.path.name, row.line, fault, loaded=False))
    return postcodes, problems


def _read(row: Row, postcodes: dict[str, Postcode]) -> str:
    """Add the row's postcode; what is wrong where there is none to add."""
    postcode = tidy(row["postcode"])
    if not postcode:
        return f"{row['postcode'][:20]!r} is not a postcode, so the row was left out: correct it"
    at, doubt = coordinates(row["latitude"], row["longitude"])
    if not at:
        return f"{doubt or 'it has no coordinates'}, so the row was left out: correct them"
    postcodes[postcode] = Postcode(
        postcode=postcode,
        latitude=at[0],
        longitude=at[1],
        ward=row["ward"].strip(),
        lsoa=row["lsoa"].strip()[:9],
        msoa=row["msoa"].strip()[:9],
    )
    return ""
