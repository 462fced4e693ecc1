"""How much is much: `england/proportion.yaml`, as the limits that `rules/proportion` takes."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from onward.policy.files import PolicyProblem, read_yaml
from onward.rules.proportion import Limits

FILE = "england/proportion.yaml"


@cache
def limits() -> Limits:
    """What the file says; PolicyProblem where it is not understood."""
    return parse(read_yaml(FILE))


def parse(content: Mapping[str, Any]) -> Limits:
    """The limits in `content`: whole numbers, and the second not below the first."""
    try:
        found = Limits(int(content["assessor_from"]), int(content["qualified_from"]))
    except (KeyError, TypeError, ValueError) as problem:
        raise PolicyProblem(
            f"The policy file {FILE} is not as expected ({problem!r}). See its first lines."
        ) from problem
    if not 0 <= found.assessor_from <= found.qualified_from:
        raise PolicyProblem(f"The policy file {FILE} needs 0 ≤ assessor_from ≤ qualified_from.")
    return found
