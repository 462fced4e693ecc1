"""What a change of policy costs, who gains and loses, and whether severely disabled people lose proportionately more.

A policy that leaves severely disabled people proportionately worse off can be unlawful (SH v Norfolk County Council
[2020] EWHC 3436 (Admin)). The test here finds a reason to look closer; it decides nothing. A group of few people, or in
which the charge of few rises or falls, is hidden; and where one is, another is too, so that it cannot be worked out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from onward.rules.charging.population.columns import Flags, Numbers

FEW = 10  # fewer people than this are never told of by themselves
SURE = 1.96  # standard errors either side: what chance alone would hardly bring


@dataclass(frozen=True)
class Effect:
    """What the change means for the people of a group: how many pay less and more, and pence a week in all and each."""

    people: int
    pay_less: int
    pay_more: int
    change: int

    @property
    def mean_change(self) -> int:
        """To the nearest penny; a half goes up."""
        return (2 * self.change + self.people) // (2 * self.people)

    @property
    def tells_of_few(self) -> bool:
        """Whether it would say something about fewer than FEW people."""
        return any(0 < each < FEW for each in (self.people, self.pay_less, self.pay_more))


@dataclass(frozen=True)
class Group:
    """A group by its heading and its place there. `effect` is None where it is hidden."""

    heading: str
    place: int
    effect: Effect | None


@dataclass(frozen=True)
class Norfolk:
    """The loss of severely disabled people beside that of others, each as a share of income in hundredths of a percent.

    `apart` says whether the difference is more than chance would hardly bring; None of it where either are few.
    """

    severely_disabled: int
    others: int
    apart: bool


@dataclass(frozen=True)
class Comparison:
    """The whole change: what the council gets more a week in pence, and by group."""

    people: int
    not_compared: int
    more_a_week: int
    groups: tuple[Group, ...]
    norfolk: Norfolk | None


def compare(
    before: Numbers, after: Numbers, income: Numbers, severe: Flags, groups: Sequence[tuple[str, Numbers]]
) -> Comparison:
    """Charges in pence a week before and after (-1 where refused), income, who is severely disabled, and groups.

    Each group is a heading with a number for every person; its names are told by the caller.
    """
    known = (before >= 0) & (after >= 0)
    change = np.where(known, after - before, 0)
    told = [group for name, places in groups for group in _by(name, places[known], change[known])]
    return Comparison(
        people=int(known.sum()),
        not_compared=int((~known).sum()),
        more_a_week=int(change.sum()),
        groups=tuple(told),
        norfolk=_norfolk(change[known], income[known], severe[known]),
    )


def _by(heading: str, places: Numbers, change: Numbers) -> list[Group]:
    """Each group under a heading. Where just one would be hidden, the smallest of the others is hidden too."""
    found = {int(place): _effect(change[places == place]) for place in np.unique(places)}
    hidden = {place for place, effect in found.items() if effect.tells_of_few}
    if len(hidden) == 1:
        others = [(effect.people, place) for place, effect in found.items() if place not in hidden]
        hidden |= {place for _people, place in sorted(others)[:1]}
    return [Group(heading, place, None if place in hidden else effect) for place, effect in found.items()]


def _effect(change: Numbers) -> Effect:
    return Effect(len(change), int((change < 0).sum()), int((change > 0).sum()), int(change.sum()))


def _norfolk(change: Numbers, income: Numbers, severe: Flags) -> Norfolk | None:
    """Each person's change as a share of their income; people without income have no share."""
    some = income > 0
    shares = change[some] / income[some]
    these, others = shares[severe[some]], shares[~severe[some]]
    if len(these) < FEW or len(others) < FEW:
        return None
    difference = float(these.mean() - others.mean())
    error = sqrt(float(these.var(ddof=1)) / len(these) + float(others.var(ddof=1)) / len(others))
    return Norfolk(_share(these), _share(others), difference > SURE * error and difference > 0)


def _share(shares: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> int:
    return round(float(shares.mean()) * 10_000)
