"""Text into the pieces of words that the model knows, as numbers: WordPiece as BERT uncased uses it.

Source: Devlin et al. 2018, “BERT”, and the reference tokeniser published with it. Tests compare the numbers.
"""

import unicodedata
from collections.abc import Iterator, Mapping

LONGEST_WORD = 100  # characters; a longer word is unknown
SPACES = "\t\n\r"


class Vocabulary:
    """The pieces, each with its number; those inside a word begin with `##`. KeyError where [CLS] and kin lack."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._unknown, self._first, self._last = (numbers[each] for each in ("[UNK]", "[CLS]", "[SEP]"))

    def pieces(self, text: str, most: int) -> list[int]:
        """The numbers of the text's pieces between [CLS] and [SEP]: at most `most`, these two included."""
        found: list[int] = []
        for word in _words(text):
            found.extend(self._of_word(word))
            if len(found) >= most - 2:
                break
        return [self._first, *found[: most - 2], self._last]

    def _of_word(self, word: str) -> list[int]:
        """The longest piece that fits, then the longest that fits after it; unknown where one does not fit."""
        found: list[int] = []
        start = 0
        while start < len(word):
            end = self._longest(word, start)
            if not end or len(word) > LONGEST_WORD:
                return [self._unknown]
            found.append(self._numbers[_piece(word, start, end)])
            start = end
        return found

    def _longest(self, word: str, start: int) -> int:
        fits = (end for end in range(len(word), start, -1) if _piece(word, start, end) in self._numbers)
        return next(fits, 0)


def _piece(word: str, start: int, end: int) -> str:
    return word[start:end] if start == 0 else f"##{word[start:end]}"


def _words(text: str) -> Iterator[str]:
    """Words in small letters without accents; each mark and each Chinese character is a word of its own."""
    spaced = "".join(_spaced(character) for character in text)
    plain = "".join(
        each for each in unicodedata.normalize("NFD", spaced) if unicodedata.category(each) != "Mn"
    )
    for word in plain.lower().split():
        yield from _split_at_marks(word)


def _spaced(character: str) -> str:
    if character in SPACES:
        return " "
    if character in "\x00\ufffd" or unicodedata.category(character)[0] == "C":
        return ""
    return f" {character} " if _is_chinese(ord(character)) else character


def _is_chinese(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x2CEAF
    )


def _split_at_marks(word: str) -> Iterator[str]:
    start = 0
    for at, character in enumerate(word):
        if _is_mark(character):
            if start < at:
                yield word[start:at]
            yield character
            start = at + 1
    if start < len(word):
        yield word[start:]


def _is_mark(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and character > " " and character != "\x7f"
    return unicodedata.category(character)[0] == "P"
