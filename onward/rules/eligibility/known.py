"""Yes, no and not known, put together so that the answer is known as soon as nothing missing could change it."""

from collections.abc import Collection


def at_least(least: int, answers: Collection[bool | None]) -> bool | None:
    """Whether at least so many are yes. None exactly where what is missing could still decide it either way."""
    yes = sum(each is True for each in answers)
    missing = sum(each is None for each in answers)
    if yes >= least:
        return True
    return None if yes + missing >= least else False


def all_of(*answers: bool | None) -> bool | None:
    """Whether every one is yes: a single no settles it."""
    return at_least(len(answers), answers)
