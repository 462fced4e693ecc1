"""Which steps follow where a promise is broken, and what is shown of how long things take: a council's own aims."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.policy.files import PolicyProblem, read_yaml, version
from onward.rules.promising import Steps
from onward.vocabulary.promises import To

FILE = "england/promises.yaml"


@dataclass(frozen=True)
class PromisePolicy:
    """`days` is for promises of a day, `hours` for those of certain hours of a day."""

    days: Steps
    hours: Steps
    furthest_days: int
    fewest_shown: int
    how_long_weeks: int
    version: str


@cache
def promise_policy() -> PromisePolicy:
    """What is in force; PolicyProblem where the file lacks something."""
    read = read_yaml(FILE)
    try:
        return PromisePolicy(
            days=_steps(read["raise_after_working_days"]),
            hours=_steps(read["raise_calls_after_working_days"]),
            furthest_days=int(read["furthest_days"]),
            fewest_shown=int(read["fewest_shown"]),
            how_long_weeks=int(read["how_long_weeks"]),
            version=version(FILE),
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise PolicyProblem(f"{FILE}: {problem} is missing or is no number of days.") from None


def _steps(read: dict[str, Any]) -> Steps:
    return tuple((to, int(read[to.value])) for to in To)
