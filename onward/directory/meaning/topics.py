"""What people say of the topics of everyday life, as vectors: the same is heard in other words."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onward.policy.everyday import everyday
from onward.ranking.meaning import DIMENSIONS, Encoder, sentences

Vectors = NDArray[np.float32]
HEARD = 0.55  # likeness to something that people say of a topic, from which it is taken to be meant


class Topics:
    """What people say of each topic, by the sentence; what has not been read yet is not here."""

    def __init__(self, encoder: Encoder, vectors: Mapping[str, Vectors]) -> None:
        topics, self._encoder = everyday().by_code, encoder
        known = [(code, each) for code in topics for each in topics[code].said if each in vectors]
        self._codes = [code for code, _ in known]
        self._rows = np.array([vectors[each] for _, each in known], np.float32).reshape(-1, DIMENSIONS)

    def like(self, words: str) -> dict[str, float]:
        """The topics that the words are like, each from 0.55 to 1."""
        asked = self._encoder.vectors(sentences(words))
        if not len(asked) or not self._codes:
            return {}
        best: dict[str, float] = {}
        for code, likeness in zip(self._codes, (self._rows @ asked.T).max(1), strict=True):
            if likeness >= HEARD:
                best[code] = max(best.get(code, 0.0), min(1.0, float(likeness)))
        return best


def everything_said() -> Sequence[str]:
    """All that people say of any topic: read once for its meaning."""
    return tuple(dict.fromkeys(each for topic in everyday().by_code.values() for each in topic.said))
