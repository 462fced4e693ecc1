"""Vectors kept in the user's own cache, by the text they are of: for runs on a folder, which have no database."""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onward.directory.meaning.texts import key_of
from onward.ranking.meaning import DIMENSIONS, Encoder

Vectors = NDArray[np.float32]
FILE = "vectors.sqlite3"
WAIT_SECONDS = 10.0
MOST_AT_ONCE = 2_500  # texts read in one run, some 20 seconds' work; the next run reads more
AT_ONCE_ASKED = 500  # keys in one question


def cache_folder() -> Path:
    """Where a user's programs keep what they can make again: `$XDG_CACHE_HOME/onward`, or `~/.cache/onward`."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onward"


def vectors_of(texts: Iterable[str], encoder: Encoder, folder: Path) -> dict[str, Vectors]:
    """A vector for each text that has been read, now or before; at most 2,500 new ones are read in one run.

    A cache that cannot be read or written only costs time.
    """
    keys = {key_of(text): text for text in texts}
    known = _recall(folder, keys)
    new = {key: text for key, text in keys.items() if key not in known}
    read = dict(list(new.items())[:MOST_AT_ONCE])
    made = dict(zip(read, encoder.vectors(list(read.values())), strict=True))
    _keep(folder, made)
    return {keys[key]: vector for key, vector in {**known, **made}.items()}


def _recall(folder: Path, keys: Mapping[str, str]) -> dict[str, Vectors]:
    wanted, found = list(keys), dict[str, Vectors]()
    try:
        with closing(_opened(folder)) as cache:
            for start in range(0, len(wanted), AT_ONCE_ASKED):
                some = wanted[start : start + AT_ONCE_ASKED]
                asked = f"SELECT key, vector FROM vector WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608
                found.update(
                    (key, unpacked(kept)) for key, kept in cache.execute(asked, some) if _whole(kept)
                )
    except (OSError, sqlite3.Error):
        return {}
    return found


def _keep(folder: Path, made: Mapping[str, Vectors]) -> None:
    if not made:
        return
    try:
        with closing(_opened(folder)) as cache, cache:
            rows = [(key, packed(vector)) for key, vector in made.items()]
            cache.executemany("INSERT OR REPLACE INTO vector (key, vector) VALUES (?, ?)", rows)
    except (OSError, sqlite3.Error):
        return


def _opened(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    cache = sqlite3.connect(folder / FILE, timeout=WAIT_SECONDS)
    try:
        cache.execute("CREATE TABLE IF NOT EXISTS vector (key TEXT PRIMARY KEY, vector BLOB NOT NULL)")
    except sqlite3.Error:
        cache.close()
        raise
    return cache


def packed(vector: Vectors) -> bytes:
    """A vector in 768 bytes: half precision, which moves a likeness by less than a thousandth."""
    return vector.astype("<f2").tobytes()


def unpacked(kept: bytes) -> Vectors:
    """A vector that `packed` packed."""
    return np.frombuffer(kept, "<f2").astype(np.float32)


def _whole(kept: object) -> bool:
    return isinstance(kept, bytes) and len(kept) == 2 * DIMENSIONS
