"""One question as its template needs it, whatever its type."""

from dataclasses import dataclass

from onward.questionnaires.definition import Item
from onward.web.questions.offers import Told


@dataclass(frozen=True)
class Box:
    """One field, or the fields of one answer. `id` is where a link goes; the others are what was typed."""

    id: str
    value: str = ""
    second: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    time: str = ""


@dataclass(frozen=True)
class Choice:
    """One answer to choose. `within` are the questions that it brings."""

    code: str
    text: str
    picked: bool
    within: tuple["Question", ...] = ()


@dataclass(frozen=True)
class Time:
    """One time that a repeating group is asked."""

    number: int
    questions: tuple["Question", ...]


@dataclass(frozen=True)
class Question:
    """`key` names its fields; `kind` says which component shows it.

    `reason` is when it is asked, in words, where that is decided on this page; `when` is the same for a script, as
    JSON. `because` are the sentences about what was filled in already; `differing` is what was told differently.
    `focus` is whether one more of it was just added, or one taken away.
    """

    item: Item
    key: str
    kind: str
    number: str
    text: str
    hint: str = ""
    help: str = ""
    why: str = ""
    reason: str = ""
    applies: bool = True
    error: str = ""
    values: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    choices: tuple[Choice, ...] = ()
    own: str = ""
    shown: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    differing: tuple[Told, ...] = ()
    below: tuple["Question", ...] = ()
    times: tuple[Time, ...] = ()
    can_add: bool = False
    focus: bool = False
    when: str = ""

    @property
    def answered(self) -> bool:
        return bool(self.values) and not self.because

    @property
    def brought(self) -> tuple["Question", ...]:
        """The questions that its options bring."""
        return tuple(each for choice in self.choices for each in choice.within)
