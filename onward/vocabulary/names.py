"""Names as keys: what two spellings of one name share. Kept as plain columns and compared with `=`.

(Under row security PostgreSQL uses no trigram, full-text or `lower()` index for the application's role.)
"""

import unicodedata


def key(name: str) -> str:
    """Lower case, without accents, spaces or punctuation: `"O'Brien "` and `"o’brien"` are both `"obrien"`."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in parts if letter.isalnum())
