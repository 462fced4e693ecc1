"""What somebody may have, and how it counts: for the reference. The rules are `capital`, `joint` and `home`."""

from dataclasses import dataclass

from onward.rules.charging.kinds import LAW


@dataclass(frozen=True)
class CapitalKind:
    """One kind of capital: in which field of a case it is given, how it is treated, and the source."""

    name: str
    field: str
    treatment: str
    source: str


CAPITAL_KINDS = (
    CapitalKind("savings, investments, land of one's own", "capital", "counts in full, at what it would fetch",
                f"{LAW} regs 18, 20"),
    CapitalKind("what is held with somebody", "joint_capital", "half counts", f"{LAW} reg 24"),
    CapitalKind("the home, by somebody who lives in it", "home", "left out", f"{LAW} Sch 2"),
    CapitalKind("the home, in a temporary stay", "home", "left out", f"{LAW} Sch 2 para 1"),
    CapitalKind("the home, in the first twelve weeks in a care home for good", "home.weeks_since_permanent", "left out",
                f"{LAW} Sch 2 para 2"),
    CapitalKind("the home, while a partner, a relative aged 60 or over or incapacitated, or a child under 18 lives "
                "there since before the person left it", "home.occupied_by", "left out", f"{LAW} Sch 2 para 4"),
    CapitalKind("the home, while a former partner with a child lives there", "home.occupied_by", "left out",
                f"{LAW} Sch 2 para 4"),
    CapitalKind("the home otherwise, in a care home for good", "home.value",
                "counts, less a tenth for the sale and what is owed on it", f"{LAW} reg 20"),
    CapitalKind("a home owned with somebody", "home.joint, home.interest",
                "what the share alone would fetch counts; half of the whole until it is valued",
                f"{LAW} reg 24 (check)"),
    CapitalKind("capital that somebody gave up to pay less", "notional_capital", "counts where an officer judged so, "
                "with the reason", f"{LAW} reg 22"),
    CapitalKind("what Schedule 2 leaves out besides, such as belongings and the value of a life assurance", "",
                "left out: do not give it", f"{LAW} Sch 2"),
)  # fmt: skip
