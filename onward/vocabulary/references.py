"""References and codes that people read out, write down and type: no letter that looks like another."""

from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U
LONGEST = 20  # letters of a reference or a code, with room to spare
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def spell(choose: Callable[[str], str], length: int) -> str:
    """`length` letters, each chosen from the alphabet by `choose`, in groups of four: `"7F3K-92QX"`."""
    letters = "".join(choose(ALPHABET) for _ in range(length))
    return grouped(letters)


def spell_bytes(digest: bytes, length: int) -> str:
    """The same from the bytes of a digest (each byte gives one letter)."""
    return grouped("".join(ALPHABET[byte % 32] for byte in digest[:length]))


def grouped(letters: str) -> str:
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def tidy(text: str) -> str:
    """What somebody typed, as it was given to them: upper case, look-alikes mended, grouped; no longer than any is."""
    letters = text.upper().translate(_LOOKALIKES)
    return grouped("".join(letter for letter in letters if letter in ALPHABET))[:LONGEST]
