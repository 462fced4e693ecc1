"""Where a run on a folder keeps what ratings taught: the one in force, the one before it, and how they were judged.

One JSON file for each folder, in `$XDG_STATE_HOME/onward/ranking` or `~/.local/state/onward/ranking`. It holds numbers
about services, never a rating or a person.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from onward.ranking import VERSION, Learned


@dataclass(frozen=True)
class Kept:
    """What is kept of one folder. `learned` is None while the plain ranking is in force."""

    learned: Learned | None = None
    before: Learned | None = None
    judged: Mapping[str, Any] | None = None


def file_for(folder: Path) -> Path:
    """The file that belongs to an area folder."""
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return state / "onward" / "ranking" / f"{name}.json"


class LearnedFile:
    """What is kept of one folder, as `command.Keeping` wants it."""

    def __init__(self, folder: Path) -> None:
        self._path = file_for(folder)

    def in_force(self) -> Learned | None:
        """What was learned and not taken back; None while the plain ranking is in force."""
        return self._read().learned

    def keep(self, learned: Learned, judged: Mapping[str, Any]) -> bool:
        """Keep what was learned, in force where it was judged better. Whether anything learned is in force now."""
        kept = self._read()
        if judged["better"]:
            kept = Kept(learned, kept.learned)
        self._write(replace(kept, judged=judged))
        return kept.learned is not None

    def take_back(self) -> bool:
        """Go back to what was in force before. Whether there was anything to go back from."""
        kept = self._read()
        if kept.learned:
            self._write(Kept(kept.before, None, kept.judged))
        return kept.learned is not None

    def last_judged(self) -> Mapping[str, Any] | None:
        """How the last learning compared; None where there was none."""
        return self._read().judged

    def _read(self) -> Kept:
        """What is kept; nothing where there is no file, or one of another version or that is not whole."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            if said["version"] != VERSION:
                return Kept()
            return Kept(learned_of(said["learned"]), learned_of(said["before"]), said["judged"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Kept()

    def _write(self, kept: Kept) -> None:
        """Keep it, whole or not at all; OSError where that cannot be."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile("w", dir=self._path.parent, encoding="utf-8", delete=False) as file:
            json.dump({"version": VERSION, **asdict(kept)}, file)
        Path(file.name).replace(self._path)


def learned_of(said: dict[str, Any] | None) -> Learned | None:
    """What was learned, from its plain values; KeyError or TypeError where they are not whole."""
    if said is None:
        return None
    helped = {service_id: tuple(needs) for service_id, needs in said["helped"].items()}
    return Learned(**{**said, "helped": helped})
