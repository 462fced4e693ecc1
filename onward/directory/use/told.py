"""What ranking was told of a service, as numbers and codes that may be kept: no words of anybody's."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from onward.ranking import Candidate

KEPT = (
    "words_score", "needs_score", "topics", "meaning", "matched", "room", "free", "stale", "doubled",
    "outside_area", "local", "particular",
)  # fmt: skip
DIGITS = 2  # of a number: enough to learn from, too few to tell by them what somebody wrote


def told_of(candidate: Candidate) -> dict[str, Any]:
    """What is kept of a candidate, ready for JSON."""
    said = asdict(candidate)
    return {name: _plain(said[name]) for name in KEPT}


def candidate_of(service_id: str, name: str, category: str, told: Mapping[str, Any]) -> Candidate:
    """The candidate that was told of, as far as it was kept."""
    known = {name: value for name, value in told.items() if name in KEPT and name != "matched"}
    return Candidate(service_id, name, category, matched=tuple(told.get("matched", ())), **known)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return round(value, DIGITS) if isinstance(value, float) else value
