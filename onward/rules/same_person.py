"""Whether two descriptions may be of one person, with reasons. It proposes; a person says yes or no.

What agrees and what differs is weighed as Fellegi and Sunter do (A theory for record linkage, JASA 64, 1969): each
comparison adds or takes points, which are policy. Names alone never make it likely, and nor does a household: twins
share a name, a home and a birthday, so where first names clearly differ it is never more than possible.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

VERSION = "1"


class Band(StrEnum):
    """How likely; whatever is less is not shown."""

    LIKELY = "likely"
    POSSIBLE = "possible"


class Reason(StrEnum):
    """One thing that agrees or differs."""

    SAME_NHS = "same_nhs"
    OTHER_NHS = "other_nhs"
    SAME_BIRTHDAY = "same_birthday"
    BIRTHDAY_SLIP = "birthday_slip"
    OTHER_BIRTHDAY = "other_birthday"
    SAME_FAMILY = "same_family"
    FAMILY_SLIP = "family_slip"
    OTHER_FAMILY = "other_family"
    SAME_GIVEN = "same_given"
    GIVEN_SLIP = "given_slip"
    SHORT_GIVEN = "short_given"
    OTHER_GIVEN = "other_given"
    NAMES_TURNED = "names_turned"
    SAME_POSTCODE = "same_postcode"
    NEAR_POSTCODE = "near_postcode"


@dataclass(frozen=True)
class Described:
    """A person as described. Names are keys (`vocabulary.names.key`); what is not known is empty or None."""

    given: str
    family: str
    born_on: date | None
    postcode: str = ""
    nhs_number: str = ""


@dataclass(frozen=True)
class Points:
    """What each reason adds or takes, and from how many points on a pair is shown, or called likely."""

    of: Mapping[Reason, int]
    possible: int
    likely: int


@dataclass(frozen=True)
class Answer:
    """How alike they are, and why: what says most first. `band` is None where they are too little alike to show."""

    band: Band | None
    points: int
    because: tuple[Reason, ...]


def compare(asked: Described, known: Described, points: Points) -> Answer:
    """Whether the two may be one person. It does not matter which is named first."""
    found = (
        _nhs(asked, known)
        + _names(asked, known)
        + _birthdays(asked.born_on, known.born_on)
        + _postcodes(asked, known)
    )
    total = sum(points.of[each] for each in found)
    ordered = sorted(found, key=lambda each: (-abs(points.of[each]), each))
    return Answer(_band(total, found, points), total, tuple(ordered))


def _band(total: int, found: list[Reason], points: Points) -> Band | None:
    if total < points.possible:
        return None
    doubtful = {Reason.OTHER_GIVEN, Reason.OTHER_NHS} & {*found} and Reason.SAME_NHS not in found
    return Band.POSSIBLE if total < points.likely or doubtful else Band.LIKELY


def _nhs(one: Described, other: Described) -> list[Reason]:
    if not (one.nhs_number and other.nhs_number):
        return []
    return [Reason.SAME_NHS if one.nhs_number == other.nhs_number else Reason.OTHER_NHS]


def _names(one: Described, other: Described) -> list[Reason]:
    if (
        one.given
        and one.family
        and (one.given, one.family) == (other.family, other.given) != (one.family, one.given)
    ):
        return [Reason.NAMES_TURNED]
    return [*_family(one.family, other.family), *_given(one.given, other.given)]


def _family(one: str, other: str) -> list[Reason]:
    if not (one and other):
        return []
    if one == other:
        return [Reason.SAME_FAMILY]
    return [Reason.FAMILY_SLIP if one_slip(one, other) else Reason.OTHER_FAMILY]


def _given(one: str, other: str) -> list[Reason]:
    if not (one and other):
        return []
    if one == other:
        return [Reason.SAME_GIVEN]
    if one_slip(one, other):
        return [Reason.GIVEN_SLIP]
    short = one.startswith(other) or other.startswith(one)
    return [Reason.SHORT_GIVEN if short else Reason.OTHER_GIVEN]


def _birthdays(one: date | None, other: date | None) -> list[Reason]:
    if one is None or other is None:
        return []
    if one == other:
        return [Reason.SAME_BIRTHDAY]
    turned = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    agree = [one.year == other.year, one.month == other.month, one.day == other.day]
    return [Reason.BIRTHDAY_SLIP if turned or sum(agree) == 2 else Reason.OTHER_BIRTHDAY]


def _postcodes(one: Described, other: Described) -> list[Reason]:
    """Another postcode says nothing: people move."""
    if not (one.postcode and other.postcode):
        return []
    if one.postcode == other.postcode:
        return [Reason.SAME_POSTCODE]
    return [Reason.NEAR_POSTCODE] if one.postcode.split()[0] == other.postcode.split()[0] else []


def one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one slip: a letter more, less or other, or two neighbours turned."""
    short, long = sorted((one, other), key=len)
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    if len(long) == len(short) + 1:
        return short[at:] == long[at + 1 :]
    if len(long) != len(short) or at == len(short):
        return False
    turned = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return turned or short[at + 1 :] == long[at + 1 :]
