"""Who appears to be a carer, from what they said, whatever they call themselves.

Sources: Care Act 2014 s10(1) to (4) (an adult who provides or intends to provide care for another adult, whatever the
level of need), s10(9) and (10) (not by contract or as voluntary work, unless the relationship makes it right), s10(11)
(care is practical or emotional support). Under 18: Children Act 1989 s17ZA, s17ZB. Care for a child: s17ZD, and Care
Act 2014 s60 as the child grows up.

It refuses nobody: it finds people to offer an assessment to, and whoever it does not find may ask for one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from onward.vocabulary.caring import SENTENCES, Duty, Reason, View
from onward.vocabulary.dates import age

VERSION = "1"
GROWN_UP = 18  # years
# The meanings of the answers that are read, in whichever questionnaire they were given.
MEANINGS = (
    "for-whom", "asker-relation", "asker-helps", "asker-under-18", "cares-for", "carer-tasks", "carer-assessment",
    "needs", "words", "person-birth-date",
)  # fmt: skip
_OF_CHILDREN = {Duty.YOUNG_CARER: Reason.UNDER_18, Duty.CARER_OF_A_CHILD: Reason.CHILD}


@dataclass(frozen=True)
class Said:
    """What somebody said who may be a carer. `helps` is None where they were not asked or did not answer.

    `works` is to help as a job or as a volunteer, `close` to be family or a friend of whoever they ask for. `spoken`
    are the phrases about caring in their own words. `for_child` is to help nobody but somebody under 18.
    """

    helps: bool | None = None
    will_help: bool = False
    does_tasks: bool = False
    asks_for_assessment: bool = False
    wants_help_with_caring: bool = False
    spoken: tuple[str, ...] = ()
    works: bool = False
    close: bool = False
    under_18: bool = False
    for_child: bool = False


@dataclass(frozen=True)
class Because:
    """A reason: its code, a sentence to whoever said it, and the source for officers."""

    reason: Reason
    says: str
    source: str


@dataclass(frozen=True)
class Answer:
    """How it looks and why. `duty` is None where nothing looks like caring."""

    view: View
    duty: Duty | None
    because: tuple[Because, ...]


def appears(said: Said) -> Answer:
    """Whether they appear to be a carer. The last reason always says that they may ask for an assessment."""
    signs, hints = _signs(said), _hints(said)
    work_alone = said.works and not said.close
    if signs and not work_alone:
        return _answer(said, View.APPEARS, signs)
    if signs:
        return _answer(said, View.MAY, [*signs, Reason.BEYOND_THE_WORK])
    if hints and not work_alone:
        return _answer(said, View.MAY, hints)
    return _answer(said, View.DOES_NOT, [_against(said)])


def facts(told: Mapping[str, tuple[str, ...]], *, on: date, phrases: Collection[str]) -> Said:
    """What whoever answered says of themselves, from answers by meaning (see MEANINGS).

    Somebody who asks for another speaks of the other in `cares-for` and the birth date. `phrases` speak of caring; they
    are plain: lower case, letters and spaces.
    """
    for_another = "someone" in told.get("for-whom", ())
    helps = frozenset(told.get("asker-helps" if for_another else "cares-for", ()))
    relation = told.get("asker-relation", ()) if for_another else ()
    person_is_young = _young(told.get("person-birth-date", ()), on)
    unpaid = bool(helps & {"often", "sometimes", "adult"})
    return Said(
        helps=unpaid if helps else None,
        will_help="soon" in helps,
        does_tasks=bool(told.get("carer-tasks")),
        asks_for_assessment="yes" in told.get("carer-assessment", ()),
        wants_help_with_caring="caring" in told.get("needs", ()),
        spoken=spoken(" ".join(told.get("words", ())), phrases),
        works=bool(helps & {"job", "volunteer"}) or helps == {"paid"} or "worker" in relation,
        close="family" in relation or "friend" in relation,
        under_18="yes" in told.get("asker-under-18", ()) if for_another else person_is_young,
        for_child=person_is_young if for_another else "child" in helps and not helps & {"adult", "soon"},
    )


def spoken(words: str, phrases: Collection[str]) -> tuple[str, ...]:
    """The phrases that stand in the words, in the order of `phrases`; capitals and points do not matter."""
    letters = "".join(each if each.isalnum() else " " for each in words.casefold())
    plain = f" {' '.join(letters.split())} "
    return tuple(each for each in phrases if f" {each} " in plain)


def _signs(said: Said) -> list[Reason]:
    """What alone is enough, unless it is all done as work."""
    found = {
        Reason.HELPS: said.helps is True,
        Reason.WILL_HELP: said.will_help,
        Reason.TASKS: said.does_tasks,
        Reason.ASKS: said.asks_for_assessment,
    }
    return [reason for reason, holds in found.items() if holds]


def _hints(said: Said) -> list[Reason]:
    """What somebody should ask about. To be close counts unless they said that they do not help."""
    found = {
        Reason.WANTS_HELP_WITH_CARING: said.wants_help_with_caring,
        Reason.OWN_WORDS: bool(said.spoken),
        Reason.CLOSE_AND_PAID: said.close and said.works,
        Reason.CLOSE: said.close and not said.works and said.helps is None,
    }
    return [reason for reason, holds in found.items() if holds]


def _against(said: Said) -> Reason:
    if said.works:
        return Reason.WORK_ONLY
    return Reason.NOTHING_SAID if said.helps is None else Reason.SAYS_NO


def _answer(said: Said, view: View, reasons: list[Reason]) -> Answer:
    duty = None if view is View.DOES_NOT else _duty(said)
    law = [_OF_CHILDREN[duty]] if duty in _OF_CHILDREN else []
    return Answer(view, duty, tuple(_because(each, said) for each in [*reasons, *law, Reason.MAY_ASK]))


def _duty(said: Said) -> Duty:
    """The law on young carers comes first: it covers care for a person of any age."""
    if said.under_18:
        return Duty.YOUNG_CARER
    return Duty.CARER_OF_A_CHILD if said.for_child else Duty.CARER


def _because(reason: Reason, said: Said) -> Because:
    says, source = SENTENCES[reason]
    return Because(reason, says.format(spoken=", ".join(f"“{each}”" for each in said.spoken)), source)


def _young(born: tuple[str, ...], on: date) -> bool:
    """Whether somebody is known to be under 18; a birth date that is not known to the day says nothing."""
    try:
        return bool(born) and age(date.fromisoformat(born[0]), on) < GROWN_UP
    except ValueError:
        return False
