"""How an assessment may be done, by whom and with what oversight: proportionate, and as the person wishes.

Sources: Care and Support (Assessment) Regulations 2014 (SI 2014/2827) reg 2 (a supported self-assessment is joint, for
those who wish it and have the capacity to take part), reg 3 (appropriate and proportionate), reg 6 (deafblind people);
Mental Capacity Act 2005 s1(2) (capacity is assumed: here it is only ever in doubt). From how many hard things on a more
experienced worker comes is local policy.

It is proposed to an adviser, who chooses; and the person may choose otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from onward.vocabulary.proportion import SENTENCES, ByWhom, Oversight, Reason, Route
from onward.vocabulary.screening import Urgency

VERSION = "1"
MANAGES = frozenset({"manages", "not-wanted"})
CHANGING = frozenset({"days", "weeks", "months", "worse"})
HARD = (
    "manage-moving", "manage-washing", "manage-dressing", "manage-toilet", "manage-cooking", "manage-eating",
    "manage-safety", "manage-upkeep", "manage-places", "manage-contacts", "manage-work", "manage-child",
)  # fmt: skip
OVER_TIME = ("manage-ready-over", "manage-food-over", "manage-at-home-over", "manage-out-over")
# The meanings of the answers that are read, in whichever questionnaire they were given.
MEANINGS = (
    *HARD, *OVER_TIME, "supported-self-assessment", "asker-knows", "advocate", "memory", "communication-hard",
    "visual-impairment", "hearing-impairment", "contact-by",
)  # fmt: skip
_BLIND = frozenset({"Blind/severely sight impaired", "Partial sight/sight impaired"})
_DEAF = frozenset({"Deaf with speech", "Deaf without speech", "Hard of hearing"})
# What each reason asks for at least. The others change nothing of the two, and say something that matters.
_ROUTE = {
    Reason.DEAFBLIND: Route.FACE_TO_FACE,
    Reason.MAY_BE_DEAFBLIND: Route.FACE_TO_FACE,
    Reason.DANGER: Route.FACE_TO_FACE,
    Reason.SAFEGUARDING: Route.FACE_TO_FACE,
    Reason.CAPACITY: Route.FACE_TO_FACE,
    Reason.UNDERSTANDING: Route.FACE_TO_FACE,
    Reason.NOT_TO_BE_REACHED: Route.FACE_TO_FACE,
    Reason.MUCH: Route.FACE_TO_FACE,
    Reason.CANNOT_RING: Route.VIRTUAL,
}
_BY_WHOM = {
    Reason.DEAFBLIND: ByWhom.SPECIALIST,
    Reason.MAY_BE_DEAFBLIND: ByWhom.SPECIALIST,
    Reason.DANGER: ByWhom.QUALIFIED,
    Reason.SAFEGUARDING: ByWhom.QUALIFIED,
    Reason.CAPACITY: ByWhom.QUALIFIED,
    Reason.MUCH: ByWhom.QUALIFIED,
    Reason.SOME: ByWhom.ASSESSOR,
    Reason.LITTLE_KNOWN: ByWhom.ASSESSOR,
    Reason.CHANGES: ByWhom.ASSESSOR,
    Reason.SOON: ByWhom.ASSESSOR,
    Reason.UNDERSTANDING: ByWhom.ASSESSOR,
}


@dataclass(frozen=True)
class Limits:
    """Local policy: from how many hard things on a trusted or first assessor, and a qualified worker, does it."""

    assessor_from: int
    qualified_from: int


@dataclass(frozen=True)
class Said:
    """What is known. `hard` is how many things are hard, None where nothing was told; silence is no less than some.

    `together` is None where nobody said whether they wish to do it jointly.
    """

    together: bool | None = None
    capacity_in_doubt: bool = False
    nobody_to_help: bool = False
    urgency: Urgency = Urgency.ORDINARY
    safeguarding: bool = False
    hard: int | None = None
    changes: bool = False
    deafblind: bool = False
    may_be_deafblind: bool = False
    understanding: bool = False
    cannot_ring: bool = False
    language: bool = False
    not_to_be_reached: bool = False


@dataclass(frozen=True)
class Because:
    """A reason: its code, a sentence to the person, and the source for officers."""

    reason: Reason
    says: str
    source: str


@dataclass(frozen=True)
class Answer:
    """What is proposed and why. The last reason says that the person may choose otherwise."""

    route: Route
    by_whom: ByWhom
    oversight: Oversight
    because: tuple[Because, ...]


def propose(said: Said, limits: Limits) -> Answer:
    """How, by whom and with what oversight."""
    reasons = [*_reasons(said, limits), _wish(said)]
    by_whom = max([_BY_WHOM[each] for each in reasons if each in _BY_WHOM], default=ByWhom.ASSISTANT)
    return Answer(
        route=_route(reasons),
        by_whom=by_whom,
        oversight=_oversight(by_whom, reasons),
        because=tuple(Because(each, *SENTENCES[each]) for each in [*reasons, Reason.MAY_CHOOSE]),
    )


def facts(told: Mapping[str, frozenset[str]], *, urgency: Urgency, safeguarding: bool) -> Said:
    """What is known, from answers by meaning (see MEANINGS) and from what was proposed when the request was sent."""
    hard_to = told.get("communication-hard", frozenset())
    wish = told.get("supported-self-assessment", frozenset())
    both = "sight" in hard_to and "hearing" in hard_to
    measured = _any(told, "visual-impairment", _BLIND) and _any(told, "hearing-impairment", _DEAF)
    answered = [told[each] for each in HARD if told.get(each)]
    return Said(
        together="together" in wish if wish & {"together", "worker"} else None,
        capacity_in_doubt=_any(told, "asker-knows", {"unable"}) or _any(told, "memory", {"often"}),
        nobody_to_help=_any(told, "advocate", {"nobody"}),
        urgency=urgency,
        safeguarding=safeguarding,
        hard=sum(bool(codes - MANAGES) for codes in answered) if answered else None,
        changes=any(_any(told, each, CHANGING) for each in OVER_TIME),
        deafblind="deafblind" in hard_to,
        may_be_deafblind="deafblind" not in hard_to and (both or measured),
        understanding="understanding" in hard_to,
        cannot_ring=bool(hard_to & {"hearing", "speech"}),
        language="english" in hard_to,
        not_to_be_reached=_any(told, "contact-by", {"none"}),
    )


def _any(told: Mapping[str, frozenset[str]], meaning: str, codes: frozenset[str] | set[str]) -> bool:
    return bool(told.get(meaning, frozenset()) & codes)


def _reasons(said: Said, limits: Limits) -> list[Reason]:
    found = {
        Reason.DEAFBLIND: said.deafblind,
        Reason.MAY_BE_DEAFBLIND: said.may_be_deafblind,
        Reason.DANGER: said.urgency <= Urgency.TODAY,
        Reason.SAFEGUARDING: said.safeguarding,
        Reason.CAPACITY: said.capacity_in_doubt,
        Reason.NOBODY_TO_HELP: said.nobody_to_help,
        Reason.UNDERSTANDING: said.understanding,
        Reason.CANNOT_RING: said.cannot_ring,
        Reason.LANGUAGE: said.language,
        Reason.NOT_TO_BE_REACHED: said.not_to_be_reached,
        _how_much(said.hard, limits): True,
        Reason.CHANGES: said.changes,
        Reason.SOON: said.urgency is Urgency.SOON,
    }
    return [reason for reason, holds in found.items() if holds]


def _how_much(hard: int | None, limits: Limits) -> Reason:
    if hard is None:
        return Reason.LITTLE_KNOWN
    if hard >= limits.qualified_from:
        return Reason.MUCH
    return Reason.SOME if hard >= limits.assessor_from else Reason.FEW


def _wish(said: Said) -> Reason:
    if said.together is None:
        return Reason.WISH_NOT_KNOWN
    if not said.together:
        return Reason.WISH_WORKER
    return Reason.WISH_AFTER_CAPACITY if said.capacity_in_doubt else Reason.WISH_TOGETHER


def _route(reasons: list[Reason]) -> Route:
    """A wish to do it together is a right, whatever else was said; alone first only where little speaks against it."""
    least = max([_ROUTE[each] for each in reasons if each in _ROUTE], default=Route.PHONE)
    if Reason.WISH_TOGETHER not in reasons:
        return least
    light = least is Route.PHONE and Reason.FEW in reasons and Reason.SOON not in reasons
    return Route.SELF if light else Route.SUPPORTED_SELF


def _oversight(by_whom: ByWhom, reasons: list[Reason]) -> Oversight:
    """A specialist is joined by a qualified worker where there is danger or doubt about capacity."""
    if by_whom <= ByWhom.ASSESSOR:
        return Oversight.AUTHORISED
    beside = {Reason.DANGER, Reason.SAFEGUARDING, Reason.CAPACITY} & set(reasons)
    return Oversight.JOINT if by_whom is ByWhom.SPECIALIST and beside else Oversight.SUPERVISED
