"""Words brought to one form: “gardening” finds “gardeners” (Porter 1980, “An algorithm for suffix stripping”)."""

import re
from functools import lru_cache
from itertools import pairwise

SMALL = frozenset({
    "a", "about", "above", "after", "again", "all", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "did", "do",
    "does", "doing", "don", "down", "during", "each", "few", "for", "from", "further", "had", "has", "have",
    "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "just", "me", "more", "most", "my", "no", "nor", "not", "now", "of", "off", "on", "once", "only", "or",
    "other", "our", "out", "over", "own", "s", "same", "she", "so", "some", "such", "t", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too",
    "under", "until", "up", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "whom", "why", "will", "with", "you", "your",
})  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LONGEST = 40
SECOND = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
THIRD = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
FOURTH = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize",
    "al", "er", "ic", "ou",
)  # fmt: skip


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text in their order, small words left out."""
    words = (word.replace("’", "'")[:LONGEST] for word in WORD.findall(text.lower()))
    return tuple(stem(word) for word in words if word not in SMALL)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """One word in small letters without its endings."""
    word = re.sub(r"'s?$", "", word)
    if len(word) <= 2:
        return word
    word = _past(_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = f"{word[:-1]}i"
    word = _swap(_swap(word, SECOND), THIRD)
    return _tidy_end(_fourth(word))


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        start = word.removesuffix(ending)
        if start != word and _has_vowel(start):
            return _mended(start)
    return word


def _mended(start: str) -> str:
    """What was before `-ing` and `-ed`: `hop` of hopping, `file` of filing."""
    if start.endswith(("at", "bl", "iz")):
        return f"{start}e"
    if (
        len(start) > 1
        and start[-1] == start[-2]
        and start[-1] not in "lsz"
        and _consonant(start, len(start) - 1)
    ):
        return start[:-1]
    return f"{start}e" if _measure(start) == 1 and _short(start) else start


def _swap(word: str, endings: dict[str, str]) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending):
            start = word[: -len(ending)]
            return start + endings[ending] if _measure(start) else word
    return word


def _fourth(word: str) -> str:
    for ending in FOURTH:
        if word.endswith(ending):
            start = word[: -len(ending)]
            fits = _measure(start) > 1 and (ending != "ion" or start.endswith(("s", "t")))
            return start if fits else word
    return word


def _tidy_end(word: str) -> str:
    if word.endswith("e") and (
        _measure(word[:-1]) > 1 or (_measure(word[:-1]) == 1 and not _short(word[:-1]))
    ):
        word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _consonant(word: str, at: int) -> bool:
    if word[at] == "y":
        return at == 0 or not _consonant(word, at - 1)
    return word[at] not in "aeiou"


def _has_vowel(word: str) -> bool:
    return any(not _consonant(word, at) for at in range(len(word)))


def _measure(word: str) -> int:
    """How often a vowel is followed by a consonant."""
    kinds = [_consonant(word, at) for at in range(len(word))]
    return sum(not before and after for before, after in pairwise(kinds))


def _short(word: str) -> bool:
    """Ends in consonant, vowel, consonant, the last not w, x or y."""
    if len(word) < 3 or word[-1] in "wxy":
        return False
    return [_consonant(word, len(word) - back) for back in (3, 2, 1)] == [True, False, True]
