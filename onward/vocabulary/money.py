"""Money in whole pence. Amounts come in and go out as words in pounds, and are never a fraction in between."""

import re

_POUNDS = re.compile(r"([0-9]+)(?:\.([0-9]{1,2}))?", re.ASCII)
PENCE = 100  # in a pound


def pence(pounds: str) -> int:
    """`"138.20"` in pence. ValueError for anything but digits, and at most two more behind a point."""
    found = _POUNDS.fullmatch(pounds)
    if found is None:
        raise ValueError(pounds)
    whole, part = found.groups(default="")
    return int(whole) * PENCE + int(part.ljust(2, "0"))


def plain(amount: int) -> str:
    """Pence as programs read them: `"1234.50"`, `"-0.05"`."""
    return f"{'-' if amount < 0 else ''}{abs(amount) // PENCE}.{abs(amount) % PENCE:02}"


def shown(amount: int) -> str:
    """Pence as people read them: `£1,234.50`, `-£0.05`."""
    return f"{'-' if amount < 0 else ''}£{abs(amount) // PENCE:,}.{abs(amount) % PENCE:02}"
