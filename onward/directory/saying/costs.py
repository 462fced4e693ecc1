"""Whether a service is free."""

import re

POUNDS = r"£\s?\d+(?:\.\d\d)?"
COSTS = re.compile(
    rf"{POUNDS}\s*(?:per|a|an|each|for|entry|admission|/)"
    rf"|\b(?:costs?|fee|price|charge|admission|entry)(?: is| of|:)? {POUNDS}",
    re.IGNORECASE,
)
FREE = re.compile(
    r"\bfree of charge\b|\bfree (?:to|service|sessions?|class|classes|advice|and confidential)\b"
    r"|\bno charge\b|\bat no cost\b",
    re.IGNORECASE,
)
NOTHING = {"free", "none", "no", "false", "0", "0.0", "0.00", "£0", "£0.00", "nil"}
FREE_AND_MORE = ("free ", "free,", "free.", "free:", "free;", "no charge", "no cost")
PAID = re.compile(r"[1-9]|paid|fee|charge|cost|yes|subscription|member")


def free(column: str, text: str) -> bool | None:
    """Whether it is free, by the column, and where that says nothing by its own words; None where neither says."""
    said = column.strip().lower()
    if said in NOTHING or said.startswith(FREE_AND_MORE):
        return True
    if said:
        return False if PAID.search(said) else None
    if COSTS.search(text):
        return False
    return True if FREE.search(text) else None
