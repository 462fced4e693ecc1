"""Which of the words that somebody typed are worth searching for."""

import re

MOST_TERMS, LONGEST_TERM, MOST_CHARACTERS = 40, 40, 100_000
PAIR = 1.5  # two words side by side in the source, as they were typed, say more than the same two apart
KIND = 3.0  # what it counts that a service is of a kind that suits a need


def terms(words: str, filler: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words to search for, once each and in order, without filler unless there is nothing else."""
    said = words[:MOST_CHARACTERS].encode("utf-8", "ignore").decode().lower()
    found = (word[:LONGEST_TERM] for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", said))
    once = list(dict.fromkeys(found))
    telling = [word for word in once if word.replace("’", "").replace("'", "") not in filler]
    return tuple((telling or once)[:MOST_TERMS])
