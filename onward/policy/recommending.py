"""How services are recommended: `england/recommend.yaml`, beside the needs themselves in `needs.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.policy.files import PolicyProblem, read_yaml, version
from onward.policy.needs import Need, Needs, needs

FILE = "england/recommend.yaml"


@dataclass(frozen=True)
class Walking:
    """How far people walk easily, in kilometres, and who walks less."""

    km: float
    less_km: float
    less_from_age: int
    less_with: tuple[str, ...]


@dataclass(frozen=True)
class Learning:
    """What it takes before a learned ranking may replace the plain one: as in `onward.ranking.learning`."""

    ratings: int
    people: int
    kept_back: float
    margin: float
    sure: float
    few: int
    helpful: int


@dataclass(frozen=True)
class ShowingNew:
    """How often a list shows a service that few have rated, at which place, and how well it must suit at least."""

    share: float
    place: int
    least: float


@dataclass(frozen=True)
class Showing:
    """How often a page lets a new service or a small group's rise, to which place, how good it must be at least, and
    over how many months it is measured who is seen."""

    share: float
    place: int
    least: float
    months: int


@dataclass(frozen=True)
class Recommending:
    """Everything in the file. `version` changes whenever anything in it does."""

    version: str
    belongs_to: Mapping[str, str]
    wide: frozenset[str]
    walking: Walking
    learning: Learning
    exploring: ShowingNew
    showing: Showing

    def need(self, code: str) -> Need | None:
        """The need that a code is for, however other systems write it; None where it is none that we know."""
        plain = "-".join(code.lower().replace("_", " ").replace("-", " ").split())
        known = needs()
        own = known.by_code.get(plain) or known.by_code.get(self.belongs_to.get(plain, ""))
        return own or _as_said(plain.replace("-", " "), known)


@cache
def recommending() -> Recommending:
    """What `england/recommend.yaml` says; PolicyProblem where a part is missing or of another kind."""
    content = read_yaml(FILE)
    try:
        return _read(content)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"The policy file {FILE} is not as expected ({problem!r}). See its first lines."
        ) from problem


def _read(content: Mapping[str, Any]) -> Recommending:
    return Recommending(
        version=version(FILE),
        belongs_to={code: need for need, codes in content["also_called"].items() for code in codes},
        wide=frozenset(content["wide"]),
        walking=Walking(
            km=float(content["walks_km"]),
            less_km=float(content["walks_less_km"]),
            less_from_age=int(content["walks_less_from_age"]),
            less_with=tuple(content["walks_less_with"]),
        ),
        learning=Learning(**content["learning"]),
        exploring=ShowingNew(**content["exploring"]),
        showing=Showing(**content["showing"]),
    )


def _as_said(words: str, known: Needs) -> Need | None:
    return next((need for need in known.by_code.values() if words in need.said), None)
