"""`onward directory load` and `validate`: what is printed where, and the exit codes that other programs rely on."""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from onward.directory.area import AreaMissing, AreaProblem
from onward.directory.feed.client import Client
from onward.directory.feed.problems import FeedProblem

DONE, INVALID, COULD_NOT_RUN = 0, 1, 2
AREA = "area.toml"


def load(given: Sequence[str], *, on: date, as_json: bool, changed_only: bool = False) -> int:
    """Load area folders, files and feeds, one after the other, and answer with the worst exit code of all.

    What is wrong goes to standard error, a sentence a line; services with something wrong do not make it fail.
    """
    if not given:
        return _refuse(
            "Give an area folder, a file or the address of a feed: onward directory load …", COULD_NOT_RUN
        )
    reports: list[Any] = []
    worst = DONE
    for each in given:
        try:
            report = _load(each, on=on, changed_only=changed_only)
        except AreaMissing as problem:
            worst = max(worst, _refuse(str(problem), COULD_NOT_RUN))
        except (AreaProblem, FeedProblem) as problem:
            worst = max(worst, _refuse(str(problem), INVALID))
        else:
            reports.append(report)
            _print(report, as_json=as_json)
    return worst


def validate(given: str, *, as_json: bool, client: Callable[[], Client] = Client) -> int:
    """Say what is wrong with a feed or file; 1 where anything is that the standard needs, 2 where it has no answer."""
    from onward.directory.feed.validating import validate_feed, validate_file

    try:
        if _is_address(given):
            with closing(client()) as opened:
                verdict = validate_feed(base_of(given), opened)
        else:
            verdict = validate_file(Path(given))
    except FeedProblem as problem:
        return _refuse(str(problem), COULD_NOT_RUN)
    for sentence in (*verdict.problems, *(f"Not needed, but wanted: {each}" for each in verdict.warnings)):
        print(sentence, file=sys.stderr)
    if as_json:
        print(json.dumps(verdict.as_json(), ensure_ascii=False))
    else:
        print(f"{verdict.what}: {'valid' if not verdict.problems else 'not valid'} as Open Referral UK 3.0.")
    return INVALID if verdict.problems else DONE


def base_of(address: str) -> str:
    """The address below which a feed's lists are, whichever of them was given."""
    return address.rstrip("/").removesuffix("/services")


def _load(given: str, *, on: date, changed_only: bool) -> Any:
    from onward.directory import loading

    if _is_address(given):
        return loading.fetch(base_of(given), on=on, changed_only=changed_only)
    path = Path(given)
    if path.name == AREA or path.is_dir() or not path.exists():
        return loading.bring_in(path.parent if path.name == AREA else path, on=on)
    return loading.bring_in_file(path, on=on)


def _is_address(given: str) -> bool:
    return given.startswith(("http://", "https://"))


def _print(report: Any, *, as_json: bool) -> None:
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        print("\n".join(report.lines()))


def _refuse(said: str, code: int) -> int:
    print(said, file=sys.stderr)
    return code
