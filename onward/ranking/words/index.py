"""An index of texts by their words: which of them say a phrase, in which field, how often, and how rare that is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from onward.ranking.words.stems import stems

ONCE = 0.6079  # saying a thing once, of the most that saying it often can count (6 / pi squared: each time counts less)


class WordIndex:
    """Texts by id, each in the same fields; `weights` say what a field counts, from 0 to 1."""

    def __init__(self, texts: Mapping[str, Sequence[str]], weights: Sequence[float]) -> None:
        self._weights = tuple(weights)
        self._fields: dict[str, tuple[str, ...]] = {}
        self._having: dict[str, dict[str, None]] = defaultdict(dict)
        for key, fields in texts.items():
            found = [stems(field) for field in fields]
            self._fields[key] = tuple(f" {' '.join(each)} " for each in found)
            for word in {word for each in found for word in each}:
                self._having[word][key] = None

    def strengths(self, phrase: str) -> dict[str, float]:
        """How strongly each text says the phrase, above 0; those that do not say it are left out.

        The words of a phrase must stand side by side, small words apart. A rare phrase counts for more.
        """
        wanted = stems(phrase)
        said = {key: strength for key in self._with_all(wanted) if (strength := self._strength(key, wanted))}
        rarity = log(1 + len(self._fields) / len(said)) if said else 0.0
        return {key: strength * rarity for key, strength in said.items()}

    def saying(self, phrase: str, fields: Sequence[int] | None = None) -> set[str]:
        """The texts that say the phrase, anywhere or in these fields."""
        wanted = stems(phrase)
        together = f" {' '.join(wanted)} "
        return {
            key
            for key in self._with_all(wanted)
            if any(
                together in field
                for at, field in enumerate(self._fields[key])
                if fields is None or at in fields
            )
        }

    def _with_all(self, words: Sequence[str]) -> list[str]:
        if not words:
            return []
        rarest, *others = sorted((self._having.get(word, {}) for word in words), key=len)
        return [key for key in rarest if all(key in other for other in others)]

    def _strength(self, key: str, words: Sequence[str]) -> float:
        together = f" {' '.join(words)} "
        found = [
            (weight, field.count(together))
            for weight, field in zip(self._weights, self._fields[key], strict=True)
        ]
        best = max((weight for weight, times in found if times), default=0.0)
        times = sum(times for _, times in found)
        return best * ONCE * sum(1 / each**2 for each in range(1, min(times, 5) + 1))
