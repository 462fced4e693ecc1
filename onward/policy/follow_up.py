"""When somebody is asked whether advice worked, and how often: a council's own aims."""

from dataclasses import dataclass
from functools import cache

from onward.policy.files import PolicyProblem, read_yaml
from onward.rules.following_up import Aims

FILE = "england/follow_up.yaml"


@dataclass(frozen=True)
class FollowUpPolicy:
    aims: Aims
    reach_within_working_days: int
    fewest_for_a_share: int


@cache
def follow_up_policy() -> FollowUpPolicy:
    """What is in force; PolicyProblem where the file lacks something."""
    read = read_yaml(FILE)
    try:
        return FollowUpPolicy(
            aims=Aims(
                days_after_advice=int(read["days_after_advice"]),
                ask_again_after_days=int(read["ask_again_after_days"]),
                most_messages=int(read["most_messages"]),
            ),
            reach_within_working_days=int(read["reach_within_working_days"]),
            fewest_for_a_share=int(read["fewest_for_a_share"]),
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise PolicyProblem(f"{FILE}: {problem} is missing or is no number.") from None
