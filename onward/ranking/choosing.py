"""From candidates to a short list: what cannot be used goes, the rest is ordered, and the list is varied."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from onward.ranking.distance import km_between
from onward.ranking.exploring import Exploring, raised
from onward.ranking.learned import Learned
from onward.ranking.model import Because, Candidate, Suggestion, Wishes
from onward.ranking.reasons import reasons
from onward.ranking.scoring import suits
from onward.ranking.usable import can_use

COVERED = 0.12  # what a service loses where the list already helps with the same needs
DIGITS = 4  # of a score: two that are the same to so many are equal, and go by id


@dataclass(frozen=True)
class Scored:
    """A candidate that can be used, how far it is, and how well it suits."""

    candidate: Candidate
    km: float | None
    score: float


def rank(
    candidates: Iterable[Candidate],
    wishes: Wishes,
    *,
    learned: Learned | None = None,
    exploring: Exploring | None = None,
) -> list[Suggestion]:
    """The services that suit, best first, at most `wishes.limit`; equal scores go by id.

    What the person cannot use is never listed, however well it scores. `learned` is what ratings taught, if it is in
    force; then `exploring` lets a service that few have rated be seen.
    """
    left = _scored(candidates, wishes, learned)
    if learned and exploring:
        chances = raised({each.candidate.service_id: each.score for each in left}, learned, exploring)
        left = [replace(each, score=chances.get(each.candidate.service_id, each.score)) for each in left]
    return [_suggestion(each, wishes, learned) for each in _varied(left, wishes)]


def _scored(candidates: Iterable[Candidate], wishes: Wishes, learned: Learned | None) -> list[Scored]:
    score = learned.score if learned else suits
    found = []
    for candidate in candidates:
        km = km_between(wishes.latitude, wishes.longitude, candidate.latitude, candidate.longitude)
        if can_use(candidate, wishes, km):
            found.append(Scored(candidate, km, score(candidate, wishes, km)))
    return found


def _varied(scored: Sequence[Scored], wishes: Wishes) -> list[Scored]:
    """The best, then the best after what it covers: scores never rise from one to the next.

    A score only falls as the list grows, so whatever still has the score it was queued with is the best there is.
    """
    chosen: list[Scored] = []
    covered: set[str] = set()
    seen: Counter[str] = Counter()
    left = [(-_after(each, covered, seen, wishes), each.candidate.service_id, each) for each in scored]
    heapify(left)
    while left and len(chosen) < wishes.limit:
        queued, service_id, best = heappop(left)
        now = _after(best, covered, seen, wishes)
        if now < -queued:
            heappush(left, (-now, service_id, best))
        elif not _too_alike(best.candidate, seen, wishes):
            chosen.append(replace(best, score=now))
            covered.update(best.candidate.matched)
            seen.update(best.candidate.alike)
    return chosen


def _too_alike(candidate: Candidate, seen: Counter[str], wishes: Wishes) -> bool:
    return wishes.most_alike is not None and any(seen[key] >= wishes.most_alike for key in candidate.alike)


def _after(scored: Scored, covered: set[str], seen: Counter[str], wishes: Wishes) -> float:
    """The score once what the list already has counts less, so that every need and kind gets its turn."""
    candidate, loss = scored.candidate, 0.0
    if wishes.alike_loss:
        loss += wishes.alike_loss * max((seen[key] for key in candidate.alike), default=0)
    helps_with = set(candidate.matched) & set(wishes.needs)
    if len(wishes.needs) > 1 and helps_with:
        loss += COVERED * len(helps_with & covered) / len(helps_with)
    return round(max(0.0, scored.score - loss), DIGITS)


def _suggestion(scored: Scored, wishes: Wishes, learned: Learned | None) -> Suggestion:
    candidate, why = scored.candidate, reasons(scored.candidate, wishes, scored.km)
    if learned:
        useful = tuple(
            Because("useful", (need,)) for need in learned.useful(candidate.service_id, wishes.needs)
        )
        unrated = () if learned.known(candidate.service_id) else (Because("unrated"),)
        why = (*useful, *why, *unrated)
    return Suggestion(
        service_id=candidate.service_id,
        name=candidate.name,
        score=scored.score,
        km=None if scored.km is None else round(scored.km, 1),
        because=why,
        candidate=candidate,
    )
