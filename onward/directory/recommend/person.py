"""The person for whom services are recommended, as a file says: everything is checked, nothing is guessed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onward.policy.needs import needs as all_needs
from onward.policy.recommending import recommending

OLDEST, MOST_LISTED, LONGEST_STRENGTH, MOST_NUMBER = 130, 30, 200, 1e9
PARTS = ("age", "postcode", "latitude", "longitude", "needs", "strengths", "text", "limits")
LIMITS = ("km", "cost")
EXAMPLE = '{"age": 83, "postcode": "…", "needs": ["isolation"], "limits": {"km": 8, "cost": "free"}}'


class PersonProblem(Exception):
    """What is said of the person cannot be used; the message says what is wrong, where, and what to do."""


@dataclass(frozen=True)
class Person:
    """What was said of one person, without a name. A need is a code as it was given; `Recommending.need` knows it."""

    age: int | None = None
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    needs: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    text: str = ""
    km: float | None = None
    free: bool = False
    traits: tuple[str, ...] = field(default=())  # whatever else was said, as `name=value`


def read_person(content: bytes, where: str) -> Person:
    """The person that a JSON file describes; PersonProblem where that cannot be, with `where` in the message."""
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise PersonProblem(f"{where} is not text in UTF-8. Save it as UTF-8.") from None
    except (ValueError, RecursionError) as problem:
        raise PersonProblem(f"{where} is not JSON: {problem}. It should look like {EXAMPLE}") from None
    if not isinstance(said, dict):
        raise PersonProblem(f"{where} must be one person in curly brackets, such as {EXAMPLE}")
    return person_of(said, where)


def person_of(said: Mapping[str, Any], where: str) -> Person:
    """The person that these values describe; PersonProblem where one of them is not what it must be."""
    limits = _limits(said.get("limits"), where)
    latitude, longitude = _place(said, where)
    return Person(
        age=_age(said.get("age"), where),
        postcode=_text(said, "postcode", where).strip(),
        latitude=latitude,
        longitude=longitude,
        needs=_needs(said, where),
        strengths=tuple(each[:LONGEST_STRENGTH] for each in _texts(said, "strengths", where)),
        text=_text(said, "text", where),
        km=limits[0],
        free=limits[1],
        traits=tuple(f"{name}={value}" for name, value in sorted(said.items()) if _is_trait(name, value)),
    )


def _age(age: Any, where: str) -> int | None:
    if age is None:
        return None
    if not _is_number(age) or int(age) != age:
        raise PersonProblem(f"{where}: `age` must be whole years, such as 83, and not {_brief(age)}.")
    if not 0 <= age <= OLDEST:
        raise PersonProblem(f"{where}: `age` is {_brief(age)}. It must be from 0 to {OLDEST}.")
    return int(age)


def _place(said: Mapping[str, Any], where: str) -> tuple[float | None, float | None]:
    latitude, longitude = said.get("latitude"), said.get("longitude")
    if latitude is None and longitude is None:
        return None, None
    if latitude is None or longitude is None:
        raise PersonProblem(f"{where} has one of `latitude` and `longitude`. Give both, or a postcode.")
    if not (_is_number(latitude) and _is_number(longitude)):
        raise PersonProblem(f"{where}: `latitude` and `longitude` must be numbers, such as 53.42 and -2.32.")
    return float(latitude), float(longitude)


def _limits(limits: Any, where: str) -> tuple[float | None, bool]:
    if limits is None:
        return None, False
    if not isinstance(limits, dict):
        raise PersonProblem(
            f'{where}: `limits` must be in curly brackets, such as {{"km": 8, "cost": "free"}}.'
        )
    strange = sorted(str(each)[:40] for each in limits if each not in LIMITS)
    if strange:
        raise PersonProblem(
            f"{where}: `limits` has {', '.join(strange)}. It may have only {' and '.join(LIMITS)}."
        )
    return _km(limits.get("km"), where), _is_free(limits.get("cost"), where)


def _km(km: Any, where: str) -> float | None:
    if km is None:
        return None
    if not _is_number(km) or km < 0:
        raise PersonProblem(f"{where}: `km` of `limits` must be a number from 0 up, and not {_brief(km)}.")
    return float(km)


def _is_free(cost: Any, where: str) -> bool:
    if cost in (None, "", "any"):
        return False
    if cost == "free" or (_is_number(cost) and cost == 0):
        return True
    raise PersonProblem(f'{where}: `cost` of `limits` must be "free" or "any", and not {_brief(cost)}.')


def _needs(said: Mapping[str, Any], where: str) -> tuple[str, ...]:
    given = tuple(dict.fromkeys(_texts(said, "needs", where)))
    unknown = ", ".join(_brief(each) for each in given if not recommending().need(each))
    if unknown:
        known = ", ".join(all_needs().by_code)
        raise PersonProblem(
            f"{where}: {unknown} of `needs` is not a need that we know. The codes are: {known}; "
            "other names are in onward/policy/england/recommend.yaml. Or say it in `text`."
        )
    return given


def _texts(said: Mapping[str, Any], part: str, where: str) -> tuple[str, ...]:
    listed = said.get(part) or []
    listed = [listed] if isinstance(listed, str) else listed
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise PersonProblem(f'{where}: `{part}` must be a list of texts, such as ["gardening"].')
    if len(listed) > MOST_LISTED:
        raise PersonProblem(
            f"{where}: `{part}` lists {len(listed)}. Give the {MOST_LISTED} that matter most."
        )
    return tuple(" ".join(each.split()) for each in listed if each.strip())


def _text(said: Mapping[str, Any], part: str, where: str) -> str:
    text = said.get(part)
    if text is not None and not isinstance(text, str):
        raise PersonProblem(f"{where}: `{part}` must be text in quotation marks, and not {_brief(text)}.")
    return (text or "").encode("utf-8", "ignore").decode()


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -MOST_NUMBER <= value <= MOST_NUMBER  # which is false of what is no number, and of infinity


def _is_trait(name: Any, value: Any) -> bool:
    return name not in PARTS and isinstance(value, str | int | float | bool)


def _brief(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= 40 else f"{said[:37]}…"
