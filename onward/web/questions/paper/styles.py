"""The three ways a form is printed. The numbers of its questions are the same in all."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """`size` is the size of its letters in points; an easy one has short sentences and pictures."""

    name: str
    size: int
    easy: bool = False


STANDARD = Style("standard", 12)
# The UK Association for Accessible Formats: large print is 16 points or more, and 18 suits most who ask for it.
LARGE = Style("large-print", 18)
EASY = Style("easy-read", 18, easy=True)
STYLES = {each.name: each for each in (STANDARD, LARGE, EASY)}
