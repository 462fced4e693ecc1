"""`onward charge`: what people pay, and why. Its arguments, and what runs; it needs neither Django nor a database."""

import argparse
import sys
from pathlib import Path

CANNOT_RUN = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: one file of cases, or --kinds."""
    parser.add_argument(
        "case", type=Path, nargs="?", metavar="CASE.json", help="one case, or an array of cases"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument(
        "--deferred", action="store_true", help="also what may be deferred, and the debt week by week"
    )
    parser.add_argument(
        "--kinds", action="store_true", help="every kind of income, how it is treated and why"
    )
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from onward.policy.files import PolicyProblem

    try:
        return _chosen(chosen)
    except PolicyProblem as problem:
        return _cannot(str(problem))
    except OSError as problem:
        return _cannot(f"{problem.filename} cannot be read or written: {problem.strerror}. Check its name.")


def _chosen(chosen: argparse.Namespace) -> int:
    if chosen.kinds:
        from onward.config.charging.kinds import kinds

        return kinds(as_json=chosen.json)
    if chosen.case is None:
        return _cannot("give a file with a case, or --kinds.")
    from onward.config.charging.cases import cases

    return cases(chosen.case, as_json=chosen.json, deferred=chosen.deferred)


def _cannot(says: str) -> int:
    sys.stderr.write(f"onward charge: {says}\n")
    return CANNOT_RUN
