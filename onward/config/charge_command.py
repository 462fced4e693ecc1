"""`onward charge`: what people pay, and why. Its arguments, and what runs; it needs neither Django nor a database."""

import argparse
import sys
from pathlib import Path

CANNOT_RUN = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: one file of cases, or one of the lists, or many cases at once."""
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
    parser.add_argument("--many", type=Path, metavar="IN.parquet", help="one row a case; needs --out")
    parser.add_argument("--out", type=Path, metavar="OUT.parquet", help="where the charges are written")
    parser.add_argument("--schema", action="store_true", help="the columns that --many reads and writes")
    parser.add_argument("--council", metavar="COUNCIL", help="whose policy --many works with (england)")
    parser.add_argument(
        "--compare",
        nargs=3,
        metavar=("POLICY_A", "POLICY_B", "FILE"),
        help="what a change of policy costs, and who gains and loses; policies are councils, england or YAML files",
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
    if chosen.schema:
        from onward.config.charging.many import schema

        return schema(as_json=chosen.json)
    if chosen.many or chosen.out:
        return _many(chosen)
    if chosen.compare:
        from onward.config.charging.comparing import comparing

        first, second, file = chosen.compare
        return comparing(first, second, Path(file), as_json=chosen.json)
    if chosen.case is None:
        return _cannot("give a file with a case, or --kinds, --schema, --many or --compare.")
    from onward.config.charging.cases import cases

    return cases(chosen.case, as_json=chosen.json, deferred=chosen.deferred)


def _many(chosen: argparse.Namespace) -> int:
    if not chosen.many or not chosen.out:
        return _cannot("--many needs --out, and --out needs --many: from which file, and into which.")
    from onward.config.charging.many import many

    return many(chosen.many, chosen.out, chosen.council or "england")


def _cannot(says: str) -> int:
    sys.stderr.write(f"onward charge: {says}\n")
    return CANNOT_RUN
