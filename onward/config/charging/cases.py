"""`onward charge CASE.json`: one case or an array, each answered by itself."""

from pathlib import Path
from typing import Any

from onward.config.charging import answers
from onward.config.judging_cases import Judging, judge
from onward.policy.charging_councils import policy
from onward.policy.files import PolicyProblem
from onward.rules.charging import Charge, Policy, Refused, charge
from onward.rules.charging.deferred import Deferred
from onward.rules.charging.deferred import deferred as what_is_deferred
from onward.rules.charging.reading import case as read_case
from onward.rules.charging.terms import terms as read_terms

Answer = tuple[Charge, Deferred | None]


def cases(path: Path, *, as_json: bool, deferred: bool) -> int:
    """Print the answers; 1 where one was refused, 2 where the file is no JSON."""

    def answer(given: Any) -> Answer:
        return _worked_out(given, deferred=deferred)

    judging = Judging(
        command="charge",
        answer=answer,
        refusals=(Refused, PolicyProblem),
        as_json=lambda each: answers.as_json(*each),
        as_text=lambda each: answers.as_text(*each),
    )
    return judge(path, judging, as_json=as_json)


def _worked_out(given: Any, *, deferred: bool) -> Answer:
    case = read_case(given)
    in_force = _policy(given)
    answer = charge(case, in_force)
    return answer, what_is_deferred(case, answer, read_terms(given), in_force) if deferred else None


def _policy(given: Any) -> Policy:
    council = given.get("council") or "england"
    if not isinstance(council, str):
        raise Refused(f"council is {council!r}, and must be a name such as “england”.")
    return policy(council)
