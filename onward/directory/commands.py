"""`onward directory load FOLDER`: bring in an area folder and say what came of it."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from onward.directory.area import AreaMissing, AreaProblem
from onward.directory.loading import bring_in
from onward.directory.report import LoadReport

DONE, INVALID, COULD_NOT_RUN = 0, 1, 2


def load(folder_or_files: Sequence[Path], *, on: date, as_json: bool) -> int:
    """Load one area folder (or its `area.toml`), print the report, and answer with the exit code.

    What is wrong goes to standard error, a sentence a line; rows with something wrong do not make it fail.
    """
    if len(folder_or_files) != 1:
        return _refuse("Give one area folder to load: onward directory load FOLDER", COULD_NOT_RUN)
    given = folder_or_files[0]
    folder = given.parent if given.name == "area.toml" else given
    if given.is_file() and folder == given:
        return _refuse(
            f"{given} is a file. Give the area folder it is in: the one with area.toml.", COULD_NOT_RUN
        )
    try:
        report = bring_in(folder, on=on)
    except AreaMissing as problem:
        return _refuse(str(problem), COULD_NOT_RUN)
    except AreaProblem as problem:
        return _refuse(str(problem), INVALID)
    _print(report, as_json=as_json)
    return DONE


def _print(report: LoadReport, *, as_json: bool) -> None:
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        print("\n".join(report.lines()))


def _refuse(said: str, code: int) -> int:
    print(said, file=sys.stderr)
    return code
