"""From candidates to a short list: what cannot be used goes, the rest is ordered, and the list is varied."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onward.ranking.distance import km_between
from onward.ranking.model import Candidate, Suggestion, Wishes
from onward.ranking.scoring import reasons, suits

COVERED = 0.25  # what a service loses where the list already helps with the same needs


@dataclass(frozen=True)
class _Scored:
    candidate: Candidate
    km: float | None
    score: float

    @property
    def order(self) -> tuple[float, str, str]:
        return (-self.score, self.candidate.name, self.candidate.service_id)


def rank(candidates: Iterable[Candidate], wishes: Wishes) -> list[Suggestion]:
    """The services that suit, best first, at most `wishes.limit`; ties by name, then by id.

    What the person cannot use (closed, wrong age, too far) is never listed, however well it scores.
    """
    left = sorted(_usable(candidates, wishes), key=lambda scored: scored.order)
    chosen: list[_Scored] = []
    covered: set[str] = set()
    seen: Counter[str] = Counter()
    while left and len(chosen) < wishes.limit:
        best = min(left, key=lambda scored: _after(scored, covered, wishes))
        left.remove(best)
        if _too_alike(best.candidate, seen, wishes):
            continue
        chosen.append(best)
        covered.update(best.candidate.matched)
        seen.update(best.candidate.alike)
    return [_suggestion(scored, wishes) for scored in chosen]


def _usable(candidates: Iterable[Candidate], wishes: Wishes) -> Iterable[_Scored]:
    for candidate in candidates:
        km = km_between(wishes.latitude, wishes.longitude, candidate.latitude, candidate.longitude)
        if not (candidate.closed or _wrong_age(candidate, wishes) or _too_far(km, wishes)):
            yield _Scored(candidate, km, suits(candidate, wishes, km))


def _wrong_age(candidate: Candidate, wishes: Wishes) -> bool:
    if wishes.age is None:
        return False
    too_young = candidate.minimum_age is not None and wishes.age < candidate.minimum_age
    too_old = candidate.maximum_age is not None and wishes.age > candidate.maximum_age
    return too_young or too_old


def _too_far(km: float | None, wishes: Wishes) -> bool:
    return km is not None and wishes.km is not None and km > wishes.km


def _too_alike(candidate: Candidate, seen: Counter[str], wishes: Wishes) -> bool:
    return wishes.most_alike is not None and any(seen[key] >= wishes.most_alike for key in candidate.alike)


def _after(scored: _Scored, covered: set[str], wishes: Wishes) -> tuple[float, str, str]:
    """The order once needs that the list already helps with count less, so that every need gets its turn."""
    helps_with = set(scored.candidate.matched) & set(wishes.needs)
    if len(wishes.needs) < 2 or not helps_with:
        return scored.order
    loss = COVERED * len(helps_with & covered) / len(helps_with)
    return (loss - scored.score, *scored.order[1:])


def _suggestion(scored: _Scored, wishes: Wishes) -> Suggestion:
    candidate = scored.candidate
    return Suggestion(
        service_id=candidate.service_id,
        name=candidate.name,
        score=round(scored.score, 4),
        km=None if scored.km is None else round(scored.km, 1),
        because=reasons(candidate, wishes, scored.km),
    )
