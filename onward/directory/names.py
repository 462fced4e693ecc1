"""Names as people write them: registers shout, and the same organisation is written in several ways."""

import hashlib
import re

SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
INITIALS = {
    "BBC", "BHA", "BME", "CDI", "CIC", "CIL", "CIO", "CUP", "GB", "GMP", "HIV", "HM", "II", "III", "LGBT",
    "NHS", "PTA", "PTFA", "RAF", "RAPAR", "RDA", "RSPCA", "TLC", "U3A", "UK", "USA", "WI", "YMCA", "YWCA",
}  # fmt: skip
SHORT = {"ST", "DR", "MR", "MRS", "MS", "LTD", "NR", "ST.", "MT"}  # no vowel, and still not initials
LONGEST_CODE = 60  # of a source
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def readable(name: str) -> str:
    """A name in capitals (`ST JOHN'S CENTRE`) as one would write it (`St John's Centre`).

    A name that is not all in capitals, or is one word, stays as it is.
    """
    if not name.isupper() or len(name.split()) < 2:
        return name
    words = iter(range(len(name)))
    return WORD.sub(lambda match: _word(match.group(), first=next(words) == 0), name)


def key(name: str) -> str:
    """What is left of a name without case, punctuation, `the` and `and`: one key for one organisation."""
    words = re.findall(r"[^\W_]+", name.replace("'", "").replace("’", "").lower())
    return (
        " ".join(word for word in words if word not in {"and", "the", "limited", "ltd"})
        or name.strip().lower()
    )


def _word(word: str, *, first: bool) -> str:
    if word in INITIALS or (word not in SHORT and word.isalpha() and not set(word) & set("AEIOUY")):
        return word
    if word.lower() in SMALL and not first:
        return word.lower()
    start, *after = re.split(r"(['’])", word.lower())
    # O'NEILL has a capital after its apostrophe; JOHN'S has not.
    end = "".join(part.capitalize() if len(start) == 1 and len(part) > 1 else part for part in after)
    return start.capitalize() + end


def source_code(address: str) -> str:
    """A short code for where services come from, the same each time; for two addresses, two codes."""
    plain = re.sub(r"[^A-Za-z0-9_.:/-]+", "-", address.removeprefix("https://").removeprefix("http://"))
    if plain == address and len(plain) <= LONGEST_CODE:
        return plain
    digest = hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{plain[: LONGEST_CODE - 9]}-{digest}"
