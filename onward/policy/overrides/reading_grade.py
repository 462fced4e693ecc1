"""How hard a text is to read: Flesch-Kincaid (Kincaid and others 1975), as school grade; grade 6 is age 11.

One question is a short text, so its grade says little: what is far above the rest is told as a warning.
"""

import re
from collections.abc import Iterator
from functools import cache

from pyphen import Pyphen

from onward.policy.overrides.changes import Change
from onward.policy.overrides.findings import Finding

MOST_GRADE = 8
FEWEST_WORDS = 5
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_END = re.compile(r"[.!?]+")


def of(change: Change) -> Iterator[Finding]:
    """A warning for words of this change that are hard to read."""
    for text in change.texts():
        if (level := grade(text)) > MOST_GRADE:
            says = f"“{text[:60]}” reads at school grade {level:.0f}. Shorter words and sentences help: aim for 6."
            yield Finding(says, change.line, breaks=False)


def grade(text: str) -> float:
    """The grade; 0 for a text of too few words to say."""
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return 0.0
    sentences = max(1, len([each for each in _END.split(text) if _WORD.search(each)]))
    syllables = sum(len(_hyphens().positions(each)) + 1 for each in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def _hyphens() -> Pyphen:
    return Pyphen(lang="en_GB")
