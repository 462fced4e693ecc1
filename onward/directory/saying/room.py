"""Whether a service has room, a waiting list, no room, or has closed."""

import re

from onward.ranking.model import Room

CLOSED = {"closed", "ceased", "inactive", "defunct", "disbanded", "suspended", "ended", "dissolved"}
CLOSED_AS = re.compile(
    r"(?:permanently|temporarily|now|currently) closed|closed (?:down|permanently|temporarily|for good)"
)
ENDED = re.compile(
    r"\b(?:group|club|service|charity|organisation|project|centre|class|it) (?:is|has|was) "
    r"(?:now |been |permanently |temporarily )*closed\b"
    r"|\bno longer (?:running|operat\w+|active|meets?|exists?)\b|\b(?:not|non)[- ](?:currently )?active\b"
    r"|\bgenerates no activities\b|\bpermanently closed\b",
    re.IGNORECASE,
)
FULL = re.compile(
    r"\bfull\b|\bno (?:places|capacity|room|spaces|vacanc\w+)\b|\bat capacity\b|\bunavailable\b"
    r"|\bnot (?:taking|available|open)\b|\bclosed to\b|\b(?:waiting list|list) (?:is )?closed\b"
)
WAITING = re.compile(r"\bwait(?:ing)?[ _-]?list|\bwaiting\b")
ROOM = re.compile(r"\broom\b|\bopen\b|\bavailable\b|\bplaces\b|\bspaces?\b|\bvacanc|\baccepting\b")
SAYS_FULL = re.compile(
    r"\b(?:is|are|we.re|currently) (?:now |currently )?full\b(?!\s+(?:of|time))", re.IGNORECASE
)
SAYS_WAITING = re.compile(
    r"\b(?:currently|there is|has|have|with|operates?) a (?:short |long )?waiting list\b", re.IGNORECASE
)


def room(column: str, text: str) -> tuple[Room, bool]:
    """Its room, and whether it has closed: by the column, and where that says nothing by its own words."""
    said = " ".join(column.lower().replace("_", " ").split())
    if said in CLOSED or CLOSED_AS.fullmatch(said):
        return "", True
    if said:
        return _room_of(said), False
    if ENDED.search(text):
        return "", True
    return ("full" if SAYS_FULL.search(text) else "waiting" if SAYS_WAITING.search(text) else ""), False


def _room_of(said: str) -> Room:
    if FULL.search(said) or said in {"0", "no", "none"}:
        return "full"
    if WAITING.search(said):
        return "waiting"
    has_room = ROOM.search(said) or said in {"yes", "y"} or (said.isdecimal() and int(said) > 0)
    return "room" if has_room else ""
