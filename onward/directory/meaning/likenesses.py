"""How alike services and what somebody says are, from vectors that are at hand."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onward.ranking.meaning import DIMENSIONS, Encoder, likeness, sentences

Vectors = NDArray[np.float32]
LEAST = 0.2  # likeness from which a service is worth naming
LIKED = 0.55  # likeness from which a service offers what somebody likes: short words mislead
MOST = 200


class Likenesses:
    """Services by their vectors. One whose text has not been read yet is not here: words still find it."""

    def __init__(self, encoder: Encoder, vectors: Mapping[str, Vectors]) -> None:
        self._encoder = encoder
        self._ids = list(vectors)
        self._short: dict[str, Vectors] = {}
        self._rows = np.array(list(vectors.values()), np.float32).reshape(-1, DIMENSIONS)

    def to(self, words: str, needs: Sequence[str] = ()) -> dict[str, float]:
        """The services most alike, each from 0 to 1: to the words, or to whichever of the needs is nearest."""
        said = sentences(words)
        found = likeness(self._encoder.vectors(said), self._rows)
        for need in needs:
            found = np.maximum(found, self._rows @ self._of(need))
        best = np.argsort(-found, kind="stable")[:MOST]
        return {self._ids[at]: float(found[at]) for at in best if found[at] >= LEAST}

    def liked(self, strength: str) -> set[str]:
        """The services that are about what somebody likes."""
        return {self._ids[at] for at in np.flatnonzero(self._rows @ self._of(strength) >= LIKED)}

    def _of(self, short: str) -> Vectors:
        """The vector of what many people say, worked out once."""
        if short not in self._short:
            self._short[short] = self._encoder.vectors([short])[0]
        return self._short[short]
