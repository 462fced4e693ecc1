"""Why a service is suggested, as codes: only what is so, the most telling first."""

from collections.abc import Iterator

from onward.ranking.model import Because, Candidate, Wishes

MOST_NEEDS = 3  # named as reasons: the first say most, and a long list says nothing
MEANT = 0.3  # likeness from which a service may fit what the person said, though no word is the same
NEAR_KM = 3.0  # beyond this we do not call it near: forty minutes on foot, or one short ride


def reasons(candidate: Candidate, wishes: Wishes, km: float | None) -> tuple[Because, ...]:
    """What the person should be told of this service, but for what ratings say."""
    return (
        *_why_it_helps(candidate),
        *_for_whom(candidate, wishes),
        *_what_to_know(candidate),
        *_where(km),
    )


def _why_it_helps(candidate: Candidate) -> Iterator[Because]:
    yield from (Because("need", (code,)) for code in candidate.matched[:MOST_NEEDS])
    yield from (Because("strength", (strength,)) for strength in candidate.strengths)
    if candidate.words:
        yield Because("words", candidate.words)
    elif candidate.meaning >= MEANT:
        yield Because("meaning")


def _for_whom(candidate: Candidate, wishes: Wishes) -> Iterator[Because]:
    if wishes.age is not None and candidate.minimum_age:
        yield Because("from-age", (str(candidate.minimum_age),))


def _what_to_know(candidate: Candidate) -> Iterator[Because]:
    if candidate.free:
        yield Because("free")
    if candidate.room in ("room", "waiting"):
        yield Because("room" if candidate.room == "room" else "waiting")


def _where(km: float | None) -> Iterator[Because]:
    if km is not None:
        yield Because("near" if km <= NEAR_KM else "far", (f"{km:.1f}",))
