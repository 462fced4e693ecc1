"""How long a refresh of 10,000 services takes of which one in a hundred changed, beside their first load.

`python -m tests.bench.bench_directory` starts a PostgreSQL of its own, prints the figures, and ends with 1 where the
refresh takes more than a tenth.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

from onward.config import databases, postgres

SERVICES, ONE_IN, MOST = 10_000, 100, 0.1


def club(number: int, **changed: Any) -> dict[str, Any]:
    """A made-up service with one of everything, at a place of its own."""
    from tests.directory import documents

    (at,) = documents.service()["service_at_locations"]
    place = {**at, "id": str(UUID(int=SERVICES + number))}
    place["location"] = {**at["location"], "id": str(UUID(int=2 * SERVICES + number))}
    name = f"Club number {number}"
    whole = documents.service(id=str(UUID(int=number)), name=name, service_at_locations=[place])
    return whole | {"organization": {"name": f"Organisation {number % 500}"}} | changed


def seconds(folder: Path, documents: list[dict[str, Any]]) -> tuple[float, int]:
    """How long these take to bring in, and how many were written."""
    from tests.directory.taking import take

    begun = perf_counter()
    report = take(folder, *documents)
    return perf_counter() - begun, report.added + report.changed


def measure(folder: Path) -> int:
    """Load, refresh, and say how long each took."""
    from onward.config.migrate import migrate

    migrate()
    clubs = [club(number) for number in range(SERVICES)]
    load, added = seconds(folder, clubs)
    refresh, changed = seconds(
        folder, [club(n, fees="£9") if n % ONE_IN == 0 else clubs[n] for n in range(SERVICES)]
    )
    assert (added, changed) == (SERVICES, SERVICES // ONE_IN)
    print(f"first load of {SERVICES:,} services    {load:7.2f} s")
    print(f"refresh, one in {ONE_IN} changed     {refresh:7.2f} s")
    print(f"ratio                         {refresh / load:7.3f} (the most is {MOST})")
    return int(refresh > MOST * load)


def main() -> int:
    import django

    home = postgres.default_home() / f"bench-{os.getpid()}"
    try:
        with postgres.running(home) as admin, tempfile.TemporaryDirectory() as folder:
            access = databases.prepare(admin, "onward_bench")
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "onward.config.settings.demo",
                "DATABASE_URL": access.app,
                "DATABASE_OWNER_URL": access.owner,
                "ONWARD_SECRET_KEY": "x" * 50,
            }
            django.setup()
            try:
                return measure(Path(folder))
            finally:
                from django.db import connections

                connections.close_all()
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
