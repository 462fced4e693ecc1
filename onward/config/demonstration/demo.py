"""`onward demo`: start a database, fill it once, serve, and stop everything that was started."""

import hashlib
import os
import re
import secrets
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from zoneinfo import ZoneInfo

from onward.config import databases, postgres
from onward.config.databases import Access, DatabaseProblem
from onward.config.demonstration.serving import free_port, messages_taken, serving
from onward.config.postgres import ServerProblem

CANNOT_RUN = 2


@dataclass(frozen=True)
class Choices:
    """Which demonstration. Each combination of area, people and seed has a database of its own."""

    area: Path | None
    people: int
    port: int
    seed: int

    @property
    def name(self) -> str:
        place = self.area.resolve() if self.area else Path("larkmoor")
        slug = re.sub(r"[^a-z0-9]+", "_", place.name.lower()).strip("_")[:20]
        digest = hashlib.sha256(str(place).encode()).hexdigest()[:6]
        return f"onward_{slug}_{digest}_{self.people}_{self.seed}"


class _Stop(Exception):
    pass


def run(choices: Choices) -> int:
    """Run until TERM or Ctrl-C. 2, with a sentence on standard error, where it cannot run."""
    from onward.directory.area import AreaMissing, AreaProblem, read_area

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, _stop)
    try:
        port, home = free_port(choices.port), postgres.default_home()
        folder = choices.area or _made_up_area(home, choices.seed)
        area = read_area(folder)
        with _server(choices, home) as admin, messages_taken():
            access = databases.prepare(admin, choices.name)
            os.environ["ONWARD_ADDRESS"] = f"http://127.0.0.1:{port}"
            _set_up_django(choices, access, area.name, home)
            _fill(choices, access, folder)
            with serving(access, port) as server:
                _welcome(port)
                server.wait()
            raise ServerProblem("The web server stopped by itself. Start the demonstration again.")
    except _Stop:
        _say("Stopped. Everything that was started is stopped too; what was typed is kept for next time.")
        return 0
    except (ServerProblem, DatabaseProblem, AreaProblem, AreaMissing) as problem:
        sys.stderr.write(f"onward demo: {problem}\n")
        return CANNOT_RUN


def _stop(_number: int, _frame: FrameType | None) -> None:
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)  # stopping is not to be stopped halfway
    raise _Stop


@contextmanager
def _server(choices: Choices, home: Path) -> Iterator[str]:
    if given := os.environ.get("DATABASE_URL"):
        home.mkdir(parents=True, exist_ok=True)
        yield given
        return
    _say("Starting PostgreSQL …")
    with postgres.running(home / choices.name) as admin:
        yield admin


def _fill(choices: Choices, access: Access, folder: Path) -> None:
    """Bring the tables up to date, and fill them the first time."""
    from django.utils import timezone

    from onward.config.demonstration import people, staff
    from onward.config.demonstration.ready import is_ready, make_ready, start_afresh
    from onward.config.migrate import migrate
    from onward.directory.loading import bring_in
    from onward.directory.meaning.table import read_meanings

    if not is_ready(access):
        start_afresh(access)
    migrate()
    if is_ready(access):
        _say("The demonstration is as you left it.")
        return
    today = timezone.localdate()
    report = bring_in(folder, on=today, progress=_progress)
    for line in report.lines():
        _say(line)
    while left := read_meanings():
        _say(f"  reading what services mean: {left} to go")
    staff.hire(today)
    people.ask(people=choices.people, seed=choices.seed, on=today, progress=_progress)
    make_ready(access)


def _made_up_area(home: Path, seed: int) -> Path:
    from onward.directory.fictional import write_fictional_area

    folder = home / f"area-larkmoor-{seed}"
    write_fictional_area(folder, seed, checked_until=datetime.now(ZoneInfo("Europe/London")).date())
    return folder


def _set_up_django(choices: Choices, access: Access, area: str, home: Path) -> None:
    import django

    os.environ.update(
        DJANGO_SETTINGS_MODULE="onward.config.settings.demo",
        DATABASE_URL=access.app,
        DATABASE_OWNER_URL=access.owner,
        ONWARD_SECRET_KEY=_secret(home / f"{choices.name}.secret"),
        ONWARD_COUNCIL=re.sub(r"[^a-z0-9]+", "_", area.lower()),
        ONWARD_AREA=area,
    )
    django.setup()


def _secret(path: Path) -> str:
    """The same each time this demonstration starts: codes that were given out go on working."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii")


def _welcome(port: int) -> None:
    from onward.config.demonstration.staff import STAFF, TEAMS

    _say(f"\nOnward is at        http://127.0.0.1:{port}/")
    _say(f"Staff sign in at    http://127.0.0.1:{port}/staff/choose/   and choose whom to be:")
    for each in STAFF:
        _say(f"    {each.name:<18} {each.role.value.replace('_', ' ')}, {TEAMS[each.team]}")
    _say("Ctrl-C stops it.")


def _progress(what: str, done: int, of: int) -> None:
    if done and (done == of or done % max(of // 5, 1) == 0):
        _say(f"  {what}: {done:,} of {of:,}")


def _say(line: str) -> None:
    print(line, flush=True)
