"""How much each thing says about two descriptions being of one person: `england/same_person.yaml`."""

from functools import cache

from onward.policy.files import PolicyProblem, read_yaml
from onward.rules.same_person import Points, Reason

FILE = "england/same_person.yaml"


@cache
def points() -> Points:
    """The points in force. PolicyProblem where one is missing or no whole number, or the bounds are turned round."""
    content = read_yaml(FILE)
    try:
        given = {Reason(name): value for name, value in content["points"].items()}
        possible, likely = content["possible"], content["likely"]
    except (KeyError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"The policy file {FILE} is not as expected: {problem}. See its first lines."
        ) from None
    if lacking := [each.value for each in Reason if each not in given]:
        raise PolicyProblem(
            f"The policy file {FILE} has no points for {', '.join(lacking)}. Write them under `points`."
        )
    if not all(type(each) is int for each in (*given.values(), possible, likely)):
        raise PolicyProblem(
            f"The policy file {FILE} has points that are no whole numbers. Write whole numbers."
        )
    if possible > likely:
        raise PolicyProblem(f"In the policy file {FILE} `possible` is more than `likely`. Turn them round.")
    return Points(given, possible, likely)
