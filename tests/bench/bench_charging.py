"""What working out charges takes: for one person with every reason, for many at once, and from a file.

`python -m tests.bench.bench_charging` also asks whether one and many agree to the penny on 200,000 cases by chance (a
smaller number may be named), and ends with 1 where they do not or a ratio is above its limit.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from onward.config.charging.table import ARROW
from onward.policy.charging_councils import policy
from onward.rules.charging import Refused, charge
from onward.rules.charging.population import COLUMNS, SETTINGS, Type, charge_many
from onward.rules.charging.population.columns import NOT_SAID
from tests.bench.measuring import milliseconds, told
from tests.rules.charging.literal import CannotSay
from tests.rules.charging.literal import charge as literal
from tests.rules.charging.random_cases import Columns, case, columns

AGREEING, CASES, MANY, ROUNDS = 200_000, 300, 1_000_000, 5
ONE, AT_ONCE, FROM_FILE = 6.0, 40.0, 12.0  # how many times as long as its baseline each may take
MEMORY = 1.0  # GB
# What the kernel counts for this process alone; other counts include whoever started it.
COMMAND = (
    "import sys; from pathlib import Path; from onward.config.command_line import main; main(sys.argv[1:]); "
    "print(Path('/proc/self/status').read_text())"
)


def one_and_many_agree(count: int) -> bool:
    """To the penny, refusals included."""
    by_chance, england = columns(count, seed=2), policy()
    at_once = charge_many(by_chance, england)
    for row in range(count):
        try:
            found = charge(case(by_chance, row), england).weekly_charge
        except Refused:
            found = -1
        if found != at_once.weekly_charge[row]:
            print(f"They differ in row {row}: one {found}, many {at_once.weekly_charge[row]}.")
            return False
    print(f"One and many agree to the penny on {count:,} cases.")
    return True


def one() -> bool:
    """A person with every reason, beside the literal reading, which gives none."""
    by_chance, england = columns(CASES, seed=4), policy()
    cases = [case(by_chance, row) for row in range(CASES)]

    def ours() -> None:
        for each in cases:
            _unless(Refused, lambda each=each: charge(each, england).because)  # type: ignore[misc]

    def theirs() -> None:
        for each in cases:
            _unless(CannotSay, lambda each=each: literal(each, england))  # type: ignore[misc]

    rule, reading = milliseconds(ours, theirs, rounds=ROUNDS)
    print(f"one person with every reason: {rule / CASES:.3f} ms")
    return told(f"{CASES} people, beside a literal reading", rule, reading, ONE)


def at_once() -> bool:
    """A million people in memory, beside adding up the columns that are read."""
    by_chance, england = columns(MANY, seed=5), policy()
    rule, adding = milliseconds(
        lambda: charge_many(by_chance, england),
        lambda: [int(each.sum()) for each in by_chance.values()],
        rounds=ROUNDS,
    )
    print(f"{MANY:,} people in memory: {rule / MANY * 1000:.2f} microseconds each")
    return told("a million people, beside adding up the columns", rule, adding, AT_ONCE)


def from_file() -> bool:
    """A million people from one Parquet file into another, as the command does it, beside only reading the file."""
    with TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.parquet", Path(folder) / "out.parquet"
        _write(columns(MANY, seed=6), source)
        gigabytes: list[float] = []
        rule, reading = milliseconds(
            lambda: gigabytes.append(_command(source, out)), lambda: _read(source), rounds=1
        )
    print(
        f"{MANY:,} people from a file: {rule / MANY * 1000:.2f} microseconds each, in {max(gigabytes):.2f} GB"
    )
    within = told("a million people, beside only reading the file", rule, reading, FROM_FILE)
    return within and max(gigabytes) < MEMORY


def _command(source: Path, out: Path) -> float:
    """Run it in a process of its own, and give the most memory that it took, in GB."""
    command = [sys.executable, "-c", COMMAND, "charge", "--many", str(source), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout.split("VmHWM:")[1].split()[0]) / 1024**2


def _unless(refusal: type[Exception], work: Callable[[], object]) -> None:
    try:
        work()
    except refusal:
        return


def _read(path: Path) -> int:
    return sum(len(each) for each in pq.ParquetFile(path).iter_batches())


def _write(by_chance: Columns, path: Path) -> None:
    pq.write_table(pa.table({each.name: _arrow(each.type, by_chance[each.name]) for each in COLUMNS}), path)


def _arrow(kind: Type, given: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> pa.Array:
    if kind is Type.SETTING:
        names = pa.array([each.value for each in SETTINGS])
        return pa.DictionaryArray.from_arrays(pa.array(given), names).dictionary_decode()
    missing = given == NOT_SAID
    plain = pa.array(np.where(missing, 0, given), mask=missing)
    return plain.cast(pa.int32()).cast(ARROW[kind]) if kind is Type.DAY else plain.cast(ARROW[kind])


def main() -> int:
    """1 where anything is not as it should be."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else AGREEING
    return int(not all([one(), at_once(), from_file(), one_and_many_agree(count)]))


if __name__ == "__main__":
    sys.exit(main())
