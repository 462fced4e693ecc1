"""What somebody holds together with another counts in equal shares (SI 2014/2672 regulation 24). Land: see `home`."""

from onward.rules.charging.answer import Step
from onward.rules.charging.kinds import LAW
from onward.vocabulary.money import shown

HALF = "You hold {whole} together with somebody else, so half of it counts as yours: {share}."
SOURCE = f"{LAW} reg 24"


def share(whole: int) -> tuple[int, tuple[Step, ...]]:
    """The person's half in pence. An odd penny is the other's."""
    if not whole:
        return 0, ()
    half = whole // 2
    return half, (Step(HALF.format(whole=shown(whole), share=shown(half)), half, SOURCE),)
