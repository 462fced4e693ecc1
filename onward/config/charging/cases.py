"""`onward charge CASE.json`: one case or an array, each answered by itself."""

import json
import sys
from pathlib import Path
from typing import Any

from onward.config.charging.answers import as_json as answer_json
from onward.config.charging.answers import as_text
from onward.policy.charging_councils import policy
from onward.policy.files import PolicyProblem
from onward.rules.charging import Charge, Policy, Refused, charge
from onward.rules.charging.deferred import Deferred
from onward.rules.charging.deferred import deferred as what_is_deferred
from onward.rules.charging.reading import case as read_case
from onward.rules.charging.terms import terms as read_terms

DONE, INVALID, CANNOT_RUN = 0, 1, 2
Answer = tuple[Charge, Deferred | None]


def cases(path: Path, *, as_json: bool, deferred: bool) -> int:
    """Print the answers; 1 where one was refused, 2 where the file is no JSON."""
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"), parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as problem:
        sys.stderr.write(f"onward charge: {path} is not valid JSON: {problem}. Nothing was worked out.\n")
        return CANNOT_RUN
    several = isinstance(given, list)
    answers = [_answer(each, deferred=deferred) for each in (given if several else [given])]
    if as_json:
        printed = [answer_json(*each) if isinstance(each, tuple) else {"error": each} for each in answers]
        sys.stdout.write(f"{json.dumps(printed if several else printed[0], indent=2, ensure_ascii=False)}\n")
    else:
        sys.stdout.write("\n".join(as_text(*each) for each in answers if isinstance(each, tuple)))
    return _told(answers, several=several)


def _answer(given: Any, *, deferred: bool) -> Answer | str:
    """The answer, or the sentence that says why there is none."""
    try:
        return _worked_out(given, deferred=deferred)
    except (Refused, PolicyProblem) as problem:
        return str(problem)


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


def _told(answers: list[Answer | str], *, several: bool) -> int:
    """Each refusal to standard error, with the number of its case in an array."""
    refused = [(number, each) for number, each in enumerate(answers, start=1) if isinstance(each, str)]
    for number, says in refused:
        sys.stderr.write(f"onward charge: {f'case {number}: ' if several else ''}{says}\n")
    return INVALID if refused else DONE
