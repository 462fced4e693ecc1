"""The items of a questionnaire: its questions, the groups they stand in, and what is said about them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from onward.questionnaires.values import Coded, Value

GROUP, DISPLAY = "group", "display"
# Which value[x] answers which type of question (FHIR R4, Questionnaire.item.type).
VALUES = {
    "boolean": "Boolean", "decimal": "Decimal", "integer": "Integer", "date": "Date", "dateTime": "DateTime",
    "time": "Time", "string": "String", "text": "String", "url": "Uri", "choice": "Coding",
    "open-choice": "Coding", "attachment": "Attachment", "reference": "Reference", "quantity": "Quantity",
}  # fmt: skip
TYPES = frozenset({GROUP, DISPLAY, *VALUES})
CHOICES = frozenset({"choice", "open-choice"})
# The systems of the codes that an item can have: what its answer means, and the pictogram beside it.
MEANING = "https://onward.example/codes/meaning"
PICTURE = "https://onward.example/codes/picture"


@dataclass(frozen=True)
class Expression:
    """An Expression in FHIRPath. `name` is how others refer to its result; `place` is where it stands.

    `says` is the same in words for people; empty where the form does not say it.
    """

    text: str
    name: str
    place: str
    says: str = ""


@dataclass(frozen=True)
class Bound:
    """The least or the most that may be answered: fixed, or worked out each time."""

    value: Value | None
    expression: Expression | None
    place: str


@dataclass(frozen=True)
class Option:
    """One answer that may be chosen. An exclusive one ("none of these") stands alone.

    `code` is how pages write it, and no other option of the question has it; `easy` is its text in easy read.
    """

    code: str
    text: str
    easy: str = ""
    exclusive: bool = False
    value: Value | None = None
    initial: bool = False
    score: Decimal | None = None


@dataclass(frozen=True)
class Condition:
    """An `enableWhen`: the item applies where the answer to `question` stands so to `answer`."""

    question: str
    operator: str
    answer: str | bool
    value: Value | None = None
    place: str = ""


@dataclass(frozen=True)
class Constraint:
    """A rule across answers, in the form's own words."""

    key: str
    bad: bool
    expression: Expression
    human: str


@dataclass(frozen=True)
class Item:
    """A question, or a group of them. `items` are what is below it, but for `helps` and `reasons`.

    These are displays that help with the question itself, or say why it is asked. `choices` are the options, or the
    codes of a value set that the form itself contains; `easy` is the text in easy read.
    """

    link_id: str
    type: str
    text: str
    place: str = ""
    prefix: str = ""
    easy: str = ""
    codes: tuple[Coded, ...] = ()
    example: str = ""
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    min_length: int | None = None
    max_length: int | None = None
    max_places: int | None = None
    min_occurs: int | None = None
    max_occurs: int | None = None
    regex: str = ""
    least: Bound | None = None
    most: Bound | None = None
    options: tuple[Option, ...] = ()
    choices: tuple[Option, ...] = ()
    value_set: str = ""
    units: tuple[Coded, ...] = ()
    unit_value_set: str = ""
    media: tuple[str, ...] = ()
    max_size: Decimal | None = None
    reference_to: tuple[str, ...] = ()
    initial: tuple[Value, ...] = ()
    conditions: tuple[Condition, ...] = ()
    all_conditions: bool = True
    enable_expression: Expression | None = None
    initial_expression: Expression | None = None
    calculated_expression: Expression | None = None
    variables: tuple[Expression, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    items: tuple["Item", ...] = ()
    hints: tuple["Item", ...] = ()
    helps: tuple["Item", ...] = ()
    reasons: tuple["Item", ...] = ()
    raw: Any = field(default=None, compare=False, repr=False)

    def walk(self) -> Iterator["Item"]:
        """This item and everything below it, in order, without what is said about a question."""
        waiting = [self]
        while waiting:
            item = waiting.pop()
            yield item
            waiting.extend(reversed(item.items))

    @property
    def asks(self) -> bool:
        return self.type not in (GROUP, DISPLAY)

    @cached_property
    def kind(self) -> str:
        """The value[x] of its type; text where the type is not known."""
        return VALUES.get(self.type, "String")

    @property
    def numbered(self) -> bool:
        """Whether what is below it is there once for each of its occurrences, or for each of its answers."""
        return self.repeats and bool(self.items)

    @property
    def hint(self) -> str:
        """How to answer it, in one text; always shown."""
        return _together(self.hints)

    @property
    def help(self) -> str:
        """More about it, for those who want to read it."""
        return _together(self.helps)

    @property
    def why(self) -> str:
        """Why it is asked."""
        return _together(self.reasons)

    @property
    def about(self) -> tuple["Item", ...]:
        """The displays that are said of the question itself."""
        return (*self.hints, *self.helps, *self.reasons)

    @cached_property
    def below(self) -> tuple["Item", ...]:
        """Everything directly below it, as the standard sees it."""
        return (*self.items, *self.about)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each item directly below comes in the form, by linkId."""
        return positions(self.below)

    def codes_in(self, system: str) -> tuple[str, ...]:
        """Its codes of one system, in order."""
        return tuple(each.code for each in self.codes if each.system == system)

    @property
    def meaning(self) -> str:
        """What its answer means: the same fact has the same code in every questionnaire. Empty where none is said."""
        return next(iter(self.codes_in(MEANING)), "")

    @property
    def picture(self) -> str:
        """The name of the pictogram beside it; empty where there is none."""
        return next(iter(self.codes_in(PICTURE)), "")

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The value[x] that may answer it: those of its options, text where the choice is open, else that of its type.

        An option may be an integer, a date, a time, a text or a reference (R4, answerOption.value[x]).
        """
        own = frozenset({VALUES[self.type]}) if self.type in VALUES else frozenset()
        if self.type not in CHOICES:
            return own
        of_options = frozenset(each.value.kind for each in self.options if each.value)
        return (of_options or own) | (
            frozenset({"String", "Coding"}) if self.type == "open-choice" else frozenset()
        )


def positions(items: tuple[Item, ...]) -> dict[str, int]:
    """As their places end, `item[3]`: what is said about a question is kept apart from what else is below it."""
    return {each.link_id: int(each.place.rsplit("[", 1)[1][:-1]) for each in reversed(items)}


def _together(displays: tuple[Item, ...]) -> str:
    return " ".join(each.text for each in displays)
