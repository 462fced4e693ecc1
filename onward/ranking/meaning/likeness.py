"""How alike what a person said and what services say of themselves are."""

import re

import numpy as np
from numpy.typing import NDArray

MOST_SENTENCES, SHORTEST, MOST_CHARACTERS = 12, 12, 6_000
WHOLE = 0.5  # of the likeness to the text as a whole; the rest is to the sentence that fits best
END = re.compile(r"[.!?\n;]+(?:\s|$)")


def sentences(text: str) -> list[str]:
    """The text as a whole, and then each sentence that says enough to mean something, where there are several."""
    read = text[:MOST_CHARACTERS].strip()
    parts = [part.strip() for part in END.split(read) if len(part.strip()) >= SHORTEST]
    return [read, *(parts[:MOST_SENTENCES] if len(parts) > 1 else [])] if read else []


def likeness(asked: NDArray[np.float32], services: NDArray[np.float32]) -> NDArray[np.float32]:
    """From 0 to 1 for each service; `asked` are the vectors of `sentences`, none of them for no text."""
    if not len(asked) or not len(services):
        return np.zeros(len(services), np.float32)
    cosines = np.clip(services @ asked.T, 0, 1)
    whole: NDArray[np.float32] = cosines[:, 0]
    if len(asked) == 1:
        return whole
    both: NDArray[np.float32] = np.float32(WHOLE) * whole + np.float32(1 - WHOLE) * cosines[:, 1:].max(1)
    return both
