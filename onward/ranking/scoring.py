"""How well one service suits, as a number, and why, as codes."""

from onward.ranking.model import Because, Candidate, Wishes

# What each thing is worth. Tuned by reading real suggestions for every need; a change here is a new VERSION.
LEADS, NEARNESS = 0.6, 0.35
WORDS_ADD, NEEDS_ADD = 0.15, 0.4  # to the other, which leads: a need heard in words says more than a word
LOCAL = 0.1  # for a need only: words have said already which place is meant
STALE, OUTSIDE, PARTICULAR, DOUBLED = 0.03, 0.05, 0.3, 0.3
HALF_RELEVANT = 2.0  # the relevance that counts for half of the most that relevance can count
HALF_NEAR_KM = 4.0
MOST_NEEDS = 3  # named as reasons: the first say most, and a long list says nothing
NEAR_KM = 5.0  # beyond this we do not call it near


def suits(candidate: Candidate, wishes: Wishes, km: float | None) -> float:
    """Higher is better; only the order means something."""
    needs, words = _share(candidate.needs_score), _share(candidate.words_score)
    if wishes.lead == "needs":
        relevance = LEADS * needs + WORDS_ADD * words + LOCAL * candidate.local
    else:
        relevance = LEADS * words + NEEDS_ADD * needs
    return relevance + NEARNESS * _nearness(km) - _doubts(candidate)


def reasons(candidate: Candidate, wishes: Wishes, km: float | None) -> tuple[Because, ...]:
    """What the person should be told, the most telling first."""
    found = [Because("need", (code,)) for code in candidate.matched[:MOST_NEEDS]]
    if candidate.words:
        found.append(Because("words", candidate.words))
    if wishes.age is not None and candidate.minimum_age:
        found.append(Because("from-age", (str(candidate.minimum_age),)))
    if km is not None:
        found.append(Because("near" if km <= NEAR_KM else "far", (f"{km:.1f}",)))
    return tuple(found)


def _share(relevance: float) -> float:
    """From 0 to 1, each further match counting less: three good matches are not thrice as good as one."""
    return relevance / (relevance + HALF_RELEVANT)


def _nearness(km: float | None) -> float:
    """1 next door, falling smoothly; a service whose place is not known is taken to be at some distance."""
    return 1 / (1 + (HALF_NEAR_KM * 2 if km is None else km) / HALF_NEAR_KM)


def _doubts(candidate: Candidate) -> float:
    return (
        STALE * candidate.stale
        + OUTSIDE * candidate.outside_area
        + PARTICULAR * candidate.particular
        + DOUBLED * candidate.doubled
    )
