"""One case in a file, or an array of them, each answered by itself: what `charge` and `eligibility` share.

An array gets an array: a case that is refused is `{"error": …}` in its place, and a sentence on standard error.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

DONE, INVALID, CANNOT_RUN = 0, 1, 2
Answer = TypeVar("Answer")
NO_JSON = "{path} is not valid JSON: {problem}. Nothing was worked out."


@dataclass(frozen=True)
class Judging(Generic[Answer]):
    """How one command answers a case. `refusals` are the errors whose message is a sentence for its place."""

    command: str
    answer: Callable[[Any], Answer]
    refusals: tuple[type[Exception], ...]
    as_json: Callable[[Answer], dict[str, Any]]
    as_text: Callable[[Answer], str]


def judge(path: Path, judging: Judging[Answer], *, as_json: bool) -> int:
    """Print the answers; 1 where a case was refused, 2 where the file is no JSON. OSError where it cannot be read."""
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"), parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as problem:
        return _say(judging, [NO_JSON.format(path=path, problem=problem)], CANNOT_RUN)
    several = isinstance(given, list)
    answers, refused = _answers(given if several else [given], judging)
    if as_json:
        printed = [
            refused.get(number) or judging.as_json(answers[number]) for number in sorted({*answers, *refused})
        ]
        sys.stdout.write(f"{json.dumps(printed if several else printed[0], indent=2, ensure_ascii=False)}\n")
    else:
        sys.stdout.write("\n".join(judging.as_text(each) for each in answers.values()))
    says = [
        f"case {number}: {each['error']}" if several else each["error"] for number, each in refused.items()
    ]
    return _say(judging, says, INVALID if refused else DONE)


def _answers(
    cases: list[Any], judging: Judging[Answer]
) -> tuple[dict[int, Answer], dict[int, dict[str, str]]]:
    """The answers and the errors, each by the number of its case, counted from 1."""
    answers: dict[int, Answer] = {}
    refused: dict[int, dict[str, str]] = {}
    for number, given in enumerate(cases, start=1):
        try:
            answers[number] = judging.answer(given)
        except judging.refusals as problem:
            refused[number] = {"error": str(problem)}
    return answers, refused


def _say(judging: Judging[Answer], says: list[str], code: int) -> int:
    sys.stderr.writelines(f"onward {judging.command}: {each}\n" for each in says)
    return code
