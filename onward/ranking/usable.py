"""What a person cannot use is never suggested, however well it would suit."""

from onward.ranking.model import Candidate, Wishes


def can_use(candidate: Candidate, wishes: Wishes, km: float | None) -> bool:
    """Whether it is open, has room, takes their age, serves where they live, and keeps to the limits they set.

    What is not known of a service is not held against it, but for its place where the person set how far.
    """
    return not (
        candidate.closed
        or candidate.room == "full"
        or _wrong_age(candidate, wishes)
        or _not_served(candidate, wishes)
        or _too_far(km, wishes)
        or (wishes.free and candidate.free is False)
    )


def _wrong_age(candidate: Candidate, wishes: Wishes) -> bool:
    if wishes.age is None:
        return False
    too_young = candidate.minimum_age is not None and wishes.age < candidate.minimum_age
    too_old = candidate.maximum_age is not None and wishes.age > candidate.maximum_age
    return too_young or too_old


def _not_served(candidate: Candidate, wishes: Wishes) -> bool:
    return bool(candidate.serves and wishes.places) and not set(candidate.serves) & set(wishes.places)


def _too_far(km: float | None, wishes: Wishes) -> bool:
    if wishes.km is None:
        return False
    return wishes.place_needed if km is None else km > wishes.km
