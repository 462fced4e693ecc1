"""How well one service suits, as a number from 0 to 1."""

from collections.abc import Mapping

from onward.ranking.distance import nearness
from onward.ranking.model import Candidate, Wishes

# What each thing is worth. Tuned by reading real suggestions for every need and on the questions of
# tests/ranking/questions.csv, never on those kept aside; a change here is a new VERSION.
NEEDS_LEAD = {
    "needs": 0.40, "topics": 0.15, "words": 0.10, "meaning": 0.15, "strengths": 0.15, "near": 0.25, "local": 0.07,
}  # fmt: skip
WORDS_LEAD = {
    "needs": 0.05, "topics": 0.80, "words": 0.15, "meaning": 0.22, "strengths": 0.05, "near": 0.08, "local": 0.02,
}  # fmt: skip
DOUBTS = {"stale": -0.02, "outside": -0.035, "particular": -0.2, "doubled": -0.2, "waiting": -0.08}
# Words say more exactly what is meant than needs do: what is found counts for more, and doubts for half as much.
PLAIN: Mapping[str, Mapping[str, float]] = {
    "needs": NEEDS_LEAD | DOUBTS,
    "words": WORDS_LEAD | {name: worth / 2 for name, worth in DOUBTS.items()},
}
FEATURES = tuple(PLAIN["needs"])
HALF_RELEVANT = 2.0  # the relevance that counts for half of the most that relevance can count
UNLIKE, ALIKE = 0.1, 0.8  # likeness below the first says nothing, and above the second no more


def components(candidate: Candidate, wishes: Wishes, km: float | None) -> dict[str, float]:
    """Everything about the service that counts for this person, each from 0 to 1, by `FEATURES`."""
    return {
        "needs": share(candidate.needs_score),
        "topics": candidate.topics,
        "words": share(candidate.words_score),
        "meaning": min(1.0, max(0.0, (candidate.meaning - UNLIKE) / (ALIKE - UNLIKE))),
        "strengths": len(candidate.strengths) / len(wishes.strengths) if wishes.strengths else 0.0,
        "near": nearness(km, wishes.walks_km),
        "local": float(candidate.local),
        "stale": float(candidate.stale),
        "outside": float(candidate.outside_area),
        "particular": float(candidate.particular),
        "doubled": float(candidate.doubled),
        "waiting": float(candidate.room == "waiting"),
    }


def suits(candidate: Candidate, wishes: Wishes, km: float | None) -> float:
    """The plain score: what counts, by what each is worth."""
    worth = PLAIN[wishes.lead]
    return _within(sum(worth[name] * value for name, value in components(candidate, wishes, km).items()))


def _within(score: float) -> float:
    return min(1.0, max(0.0, score))


def share(relevance: float) -> float:
    """From 0 to 1, each further match counting less: three good matches are not thrice as good as one."""
    return relevance / (relevance + HALF_RELEVANT)
