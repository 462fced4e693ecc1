"""The model itself: a BERT of six layers, the mean of its last states, made one long.

Source: Wang et al. 2020, “MiniLM”; the model card of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0). Tests hold
the vectors to those of the published implementation.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from onward.ranking.meaning.wordpiece import Vocabulary

Floats: TypeAlias = NDArray[np.float32]

DIMENSIONS, LAYERS, HEADS = 384, 6, 12
PIECES, CHARACTERS = 128, 2_000  # of a text that are read: what a service is stands at its beginning
BATCH = 2_048  # pieces at a time: enough to keep the processor busy, little enough for its memory
TINY = 1e-12


class Encoder:
    """Turns texts into vectors. `arrays` are the published weights by their published names."""

    def __init__(self, arrays: Mapping[str, Floats], vocabulary: Vocabulary) -> None:
        self._arrays = arrays
        self._vocabulary = vocabulary

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of 384 for each text, each one long, so that a product of two is their cosine."""
        pieces = [self._vocabulary.pieces(text[:CHARACTERS], PIECES) for text in texts]
        found = np.zeros((len(texts), DIMENSIONS), np.float32)
        for batch in _batches(pieces):
            found[batch] = self._means([pieces[at] for at in batch])
        return found

    def _means(self, pieces: Sequence[Sequence[int]]) -> Floats:
        """Shorter texts are filled up to the longest, and what was filled in is neither heeded nor counted."""
        longest = max(len(each) for each in pieces)
        ids = np.array([[*each, *[0] * (longest - len(each))] for each in pieces])
        there = (np.arange(longest) < np.array([[len(each)] for each in pieces])).astype(np.float32)
        states = self._first(ids)
        for layer in range(LAYERS):
            states = self._layer(f"encoder.layer.{layer}", states, there)
        mean: Floats = (states * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
        mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), TINY)
        return mean

    def _first(self, ids: NDArray[np.int64]) -> Floats:
        words = self._arrays["embeddings.word_embeddings.weight"][ids]
        places = self._arrays["embeddings.position_embeddings.weight"][: ids.shape[1]]
        return self._normal(
            "embeddings", words + places + self._arrays["embeddings.token_type_embeddings.weight"][0]
        )

    def _layer(self, name: str, states: Floats, there: Floats) -> Floats:
        heeded = self._dense(f"{name}.attention.output", self._attention(name, states, there))
        states = self._normal(f"{name}.attention.output", heeded + states)
        wide = _gelu(self._dense(f"{name}.intermediate", states))
        return self._normal(f"{name}.output", self._dense(f"{name}.output", wide) + states)

    def _attention(self, name: str, states: Floats, there: Floats) -> Floats:
        asks, keys, values = (
            _heads(self._dense(f"{name}.attention.self", states, part)) for part in ("query", "key", "value")
        )
        fit = asks @ keys.transpose(0, 1, 3, 2) / np.float32((DIMENSIONS / HEADS) ** 0.5)
        fit += (there[:, None, None, :] - 1) * np.float32(1e9)
        fit = np.exp(fit - fit.max(-1, keepdims=True))
        fit /= fit.sum(-1, keepdims=True)
        return np.ascontiguousarray((fit @ values).transpose(0, 2, 1, 3)).reshape(states.shape)

    def _dense(self, name: str, states: Floats, part: str = "dense") -> Floats:
        flat: Floats = states.reshape(-1, states.shape[-1]) @ self._arrays[f"{name}.{part}.weight"].T
        flat += self._arrays[f"{name}.{part}.bias"]
        return flat.reshape(*states.shape[:-1], -1)

    def _normal(self, name: str, states: Floats) -> Floats:
        centred = states - states.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(TINY))
        scaled: Floats = centred / spread * self._arrays[f"{name}.LayerNorm.weight"]
        scaled += self._arrays[f"{name}.LayerNorm.bias"]
        return scaled


def _heads(states: Floats) -> Floats:
    texts, pieces, _ = states.shape
    return states.reshape(texts, pieces, HEADS, -1).transpose(0, 2, 1, 3)


def _gelu(values: Floats) -> Floats:
    """By the tangent, which is twice as fast as the exact form: vectors stay within a cosine of 0.9999."""
    inner = values * values
    inner *= np.float32(0.044715)
    inner += 1
    inner *= values
    inner *= np.float32((2 / np.pi) ** 0.5)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= np.float32(0.5)
    return inner


def _batches(pieces: Sequence[Sequence[int]]) -> list[list[int]]:
    """Texts of like length together: little is filled up, and much is done at a time."""
    batches: list[list[int]] = []
    for at in sorted(range(len(pieces)), key=lambda at: (len(pieces[at]), at)):
        if batches and (len(batches[-1]) + 1) * len(pieces[at]) <= BATCH:
            batches[-1].append(at)
        else:
            batches.append([at])
    return batches
