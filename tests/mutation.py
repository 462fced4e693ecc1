"""`make mutation`: change the rules bit by bit, and count how often a test of theirs notices.

Prints the score and every change that nothing noticed; answers 1 where the score is below LEAST.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
MUTANTS = ROOT / "mutants"
LEAST = 90  # of a hundred
CANNOT_RUN = 2


def main() -> int:
    """Run, print, and give the exit code."""
    shutil.rmtree(MUTANTS, ignore_errors=True)
    ran = _mutmut("run")
    counts_file = MUTANTS / "mutmut-cicd-stats.json"
    if ran.returncode or _mutmut("export-cicd-stats").returncode or not counts_file.exists():
        sys.stderr.write(
            f"{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}\nThe rules could not be changed and tested.\n"
        )
        return CANNOT_RUN
    return judge(json.loads(counts_file.read_text(encoding="utf-8")), survivors=_mutmut("results").stdout)


def judge(counts: dict[str, int], *, survivors: str) -> int:
    """Print the score; 1 where it is too low, or nothing was changed at all."""
    noticed, tried = counts["killed"] + counts["timeout"], counts["total"] - counts["skipped"]
    score = 100 * noticed / tried if tried else 0
    print(survivors, end="")
    print(
        f"Of {tried} changes to the rules the tests noticed {noticed}: {score:.1f}%. The least is {LEAST}%."
    )
    return 0 if score >= LEAST else 1


def _mutmut(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
