"""What is known already is offered: filled in where all agree, listed where they differ, never written over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onward.questionnaires.definition import Item
from onward.web.questions.words import shown_answer


@dataclass(frozen=True)
class Offer:
    """An answer that is known from elsewhere. `source` is a ready sentence, such as "You told us on 3 March 2026"."""

    values: tuple[str, ...]
    source: str


Offers = Mapping[str, Sequence[Offer]]


@dataclass(frozen=True)
class Told:
    """What was told, in words, and by whom."""

    answer: str
    source: str


@dataclass(frozen=True)
class Offered:
    """What a question makes of its offers.

    `fill` is to be put into the field, `because` says where it is from. `differing` is what was told differently:
    among the offers where there is no answer, else otherwise than the answer.
    """

    fill: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    differing: tuple[Told, ...] = ()


def offered(item: Item, values: tuple[str, ...], offers: Sequence[Offer], *, may_fill: bool) -> Offered:
    """`may_fill` is whether the field may be filled: not where somebody has just left it empty."""
    known = [each for each in offers if each.values]
    if values:
        return Offered(differing=_told(item, [each for each in known if set(each.values) != set(values)]))
    if len({frozenset(each.values) for each in known}) > 1:
        return Offered(differing=_told(item, known))
    if known and may_fill:
        return Offered(known[0].values, tuple(dict.fromkeys(each.source for each in known)))
    return Offered(differing=_told(item, known))


def _told(item: Item, offers: Sequence[Offer]) -> tuple[Told, ...]:
    return tuple(Told("; ".join(shown_answer(item, each.values)), each.source) for each in offers)
