"""`onward recommend`: what it takes, and what it prints. Problems are sentences on standard error."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from onward.directory.area import AreaMissing, AreaProblem
from onward.directory.recommend.person import PersonProblem, read_person
from onward.directory.recommend.ratings import RatingsProblem, read_ratings
from onward.directory.recommend.running import recommend
from onward.ranking import Learned

if TYPE_CHECKING:
    from onward.directory.recommend.learning import Whole

DONE, INVALID, CANNOT_RUN = 0, 1, 2


class CannotRun(Exception):
    """The command cannot run; the message says why and what to do."""


class Keeping(Protocol):
    """Where what ratings taught is kept: beside a folder, or in the database."""

    def in_force(self) -> Learned | None:
        """What was learned and not taken back; None while the plain ranking is in force."""

    def keep(self, learned: Learned, judged: Mapping[str, Any]) -> bool:
        """Keep what was learned, in force where it was judged better. Whether anything learned is in force now."""

    def take_back(self) -> bool:
        """Go back to what was in force before. Whether there was anything to go back from."""

    def last_judged(self) -> Mapping[str, Any] | None:
        """How the last learning compared; None where there was none."""


def on_folder(chosen: argparse.Namespace, today: date) -> int:
    """Run the command on a folder, and give its exit code."""
    from onward.directory.recommend.folder_directory import open_folder
    from onward.directory.recommend.learned_file import LearnedFile

    folder: Path = chosen.directory
    return run(
        chosen,
        today,
        LearnedFile(folder),
        lambda: open_folder(folder, on=today, words_only=chosen.words_only),
    )


def run(chosen: argparse.Namespace, today: date, keeping: Keeping, opened: "Callable[[], Whole]") -> int:
    """Run the command on a directory, which is opened only where it is wanted."""
    try:
        return _chosen(chosen, today, keeping, opened)
    except (PersonProblem, RatingsProblem, AreaProblem) as problem:
        _say(problem)
        return CANNOT_RUN if isinstance(problem, AreaMissing) else INVALID
    except (CannotRun, OSError) as problem:
        _say(problem)
        return CANNOT_RUN


def _chosen(chosen: argparse.Namespace, today: date, keeping: Keeping, opened: "Callable[[], Whole]") -> int:
    if chosen.undo:
        return _undo(keeping)
    if chosen.learn or _has_name(chosen.evaluate):
        return _learn(chosen, keeping, opened)
    if chosen.evaluate is not None:
        return _print(_judged(keeping))
    if not chosen.person:
        raise CannotRun("Say for whom: onward recommend --person FILE.json")
    if chosen.limit < 1:
        raise CannotRun(f"--limit is {chosen.limit}. It must be 1 or more.")
    where = str(chosen.person)
    person = read_person(_bytes_of(chosen.person), where)
    directory = opened()
    learned = None if chosen.plain else keeping.in_force()
    return _print(recommend(person, directory, where=where, on=today, limit=chosen.limit, learned=learned))


def _learn(chosen: argparse.Namespace, keeping: Keeping, opened: "Callable[[], Whole]") -> int:
    from onward.directory.recommend.learning import judge

    given = chosen.learn or chosen.evaluate
    ratings, faults = read_ratings(_bytes_of(given), str(given))
    for fault in faults:
        _say(fault)
    result = judge(ratings, opened())
    if not result:
        raise RatingsProblem(f"{given}: none of its services is in this directory. Check its service_id.")
    said = {**result.as_json(), "rows_left_out": len(faults)}
    if chosen.learn:
        said["in_force"] = "learned" if keeping.keep(result.learned, said) else "plain"
    return _print(said)


def _undo(keeping: Keeping) -> int:
    if not keeping.take_back():
        raise CannotRun("Nothing that was learned is in force, so there is nothing to go back from.")
    return _print({"in_force": "learned" if keeping.in_force() else "plain"})


def _judged(keeping: Keeping) -> Mapping[str, Any]:
    judged = keeping.last_judged()
    if not judged:
        raise CannotRun("No ratings were learned from yet. Give them: --evaluate RATINGS.csv")
    return judged


def _has_name(path: Path | str | None) -> bool:
    return isinstance(path, Path) and path != Path()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise CannotRun(f"{path} cannot be read: {problem.strerror}. Check the name of the file.") from None


def _print(answer: Any) -> int:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    return DONE


def _say(problem: object) -> None:
    sys.stderr.write(f"{problem}\n")
