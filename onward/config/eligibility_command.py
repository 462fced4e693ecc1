"""`onward eligibility`: whether needs meet the criteria, and why. It needs neither Django nor a database."""

import argparse
import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onward.rules.eligibility import Answer

CANNOT_RUN = 2
WIDTH = 100
ADVICE = "This is advice. A worker decides, in writing and with reasons, and may decide otherwise."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: one file of cases."""
    parser.add_argument("case", type=Path, metavar="CASE.json", help="one case, or an array of cases")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from onward.config.judging_cases import Judging, judge
    from onward.rules.eligibility import advise
    from onward.rules.eligibility.reading import case
    from onward.vocabulary.told import Refused

    judging = Judging(
        command="eligibility",
        answer=lambda given: advise(case(given)),
        refusals=(Refused,),
        as_json=_as_json,
        as_text=_as_text,
    )
    try:
        return judge(chosen.case, judging, as_json=chosen.json)
    except OSError as problem:
        sys.stderr.write(
            f"onward eligibility: {problem.filename} cannot be read: {problem.strerror}. Check its name.\n"
        )
        return CANNOT_RUN


def _as_json(answer: "Answer") -> dict[str, Any]:
    return {
        "eligible": answer.eligible.value,
        "because": list(answer.because),
        "missing": list(answer.missing),
        "sources": list(answer.sources),
    }


def _as_text(answer: "Answer") -> str:
    """The answer first, then why, then what to find out, then where it comes from."""
    lines = [f"Eligible: {answer.eligible.replace('_', ' ')}", "", *map(_point, answer.because)]
    if answer.missing:
        lines += ["", "Still missing:", *map(_point, answer.missing)]
    return "\n".join([*lines, "", ADVICE, fill(f"Sources: {'; '.join(answer.sources)}", WIDTH), ""])


def _point(says: str) -> str:
    return fill(says, WIDTH, initial_indent="- ", subsequent_indent="  ")
