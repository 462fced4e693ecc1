"""How hard words are to read: the grade of Flesch and Kincaid. Six is the reading age of eleven to twelve."""

import sys
from collections.abc import Sequence
from types import ModuleType

# textstat asks for this module, which setuptools has dropped, only to read a list of words that is not used here.
sys.modules.setdefault("pkg_resources", ModuleType("pkg_resources"))
from textstat import textstat  # noqa: E402

MOST_GRADE = 6.0


def grade(lines: Sequence[str]) -> float:
    """The grade of these lines; a heading, a label or a line of a list is a sentence of its own."""
    text = " ".join(line if line.endswith((".", "?", "!")) else f"{line.rstrip(':')}." for line in lines)
    return float(textstat.flesch_kincaid_grade(text))
