"""Postcodes as people write them, and as we keep them."""

import re

# The shape only (BS 7666): whether it exists is for the area's list of postcodes to say.
SHAPE = r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}"


def tidy(text: str) -> str | None:
    """`" m332rp "` becomes `"M33 2RP"`; None where it is not shaped like a postcode."""
    packed = re.sub(r"[\s.\-]", "", text).upper()
    return f"{packed[:-3]} {packed[-3:]}" if re.fullmatch(SHAPE, packed) else None
