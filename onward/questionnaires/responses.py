"""Answers as they were sent: a QuestionnaireResponse of FHIR R4 read against its form, and faults of its shape.

"Groups cannot have answers and therefore must nest directly within item. When dealing with questions, nesting must
occur within each answer" (R4, QuestionnaireResponse.item); items come in the order of the form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from onward.questionnaires import values
from onward.questionnaires.definition import DISPLAY, GROUP, Item, Questionnaire
from onward.questionnaires.issues import Issue, Wrong, error, shown, warning
from onward.questionnaires.shapes import RESOURCE, Notes
from onward.questionnaires.values import NoValue, Value

ROOT = "QuestionnaireResponse"
ELEMENTS = (
    f"{RESOURCE} identifier basedOn partOf questionnaire status subject encounter authored author source item"
)
_OF_ITEM = "linkId definition text answer item"
_OF_ANSWER = " ".join(("item", *(f"value{kind}" for kind in values.KINDS)))
_NOT_READ = {
    "Boolean": Wrong.NOT_AN_OPTION, "Date": Wrong.NOT_A_DATE, "DateTime": Wrong.NOT_A_DATE,
    "Integer": Wrong.NOT_A_NUMBER, "Decimal": Wrong.NOT_A_NUMBER,
}  # fmt: skip


@dataclass(eq=False, slots=True)
class Holder:
    """Where items can stand: the response itself, a group, or one answer to a question.

    `numbers` say which occurrence it is of whatever repeats around it, outermost first (see `answers`).
    """

    place: str
    item: Item | None = None
    inside: "Given | None" = None
    numbers: tuple[int, ...] = ()
    given: "list[Given]" = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Answer:
    """One answer. Its value is None where it could not be read, or says why there is none (an extension)."""

    place: str
    raw: Mapping[str, Any]
    value: Value | None
    below: Holder


@dataclass(eq=False, slots=True)
class Given:
    """One item of the response, with its answers; `holders` are the group itself, or each answer."""

    item: Item
    place: str
    raw: Mapping[str, Any]
    holder: Holder
    answers: list[Answer] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)


@dataclass(frozen=True)
class Response:
    """What was sent, and what is wrong with its shape."""

    questionnaire: Questionnaire
    root: Holder
    raw: Mapping[str, Any]
    issues: list[Issue]

    @cached_property
    def given(self) -> list[Given]:
        """Every item given, in order."""
        found: list[Given] = []
        waiting = list(reversed(self.root.given))
        while waiting:
            given = waiting.pop()
            found.append(given)
            waiting.extend(each for holder in reversed(given.holders) for each in reversed(holder.given))
        return found

    def holders(self) -> Iterator[tuple[Holder, tuple[Item, ...]]]:
        """Every place where items can stand, with those of the form that can stand there."""
        yield self.root, self.questionnaire.items
        for given in self.given:
            for holder in given.holders:
                yield holder, given.item.below

    def places(self) -> Iterator[tuple[Holder, Item]]:
        """Every item in each place where it can stand, given or not, in the order of the form."""
        return _places(self.root, self.questionnaire.items)


def _places(holder: Holder, items: tuple[Item, ...]) -> Iterator[tuple[Holder, Item]]:
    given: dict[str, list[Given]] = {}
    for each in holder.given:
        given.setdefault(each.item.link_id, []).append(each)
    for item in items:
        yield holder, item
        for each in given.get(item.link_id, ()):
            for inside in each.holders:
                yield from _places(inside, item.items)


def read(raw: Mapping[str, Any], questionnaire: Questionnaire, *, own: bool = False) -> Response:
    """The answers in a resource whose `resourceType` is QuestionnaireResponse.

    Where it is our `own`, made from answers on pages, its elements are known to be those of FHIR.
    """
    notes = Notes(trusting=own)
    notes.known(raw, ELEMENTS, ROOT)
    root = Holder(ROOT)
    _Reader(questionnaire, notes).items(raw, root, questionnaire.positions)
    return Response(questionnaire, root, raw, notes.issues)


@dataclass
class _Reader:
    questionnaire: Questionnaire
    notes: Notes

    def items(self, raw: Mapping[str, Any], holder: Holder, order: Mapping[str, int]) -> None:
        """Reads what stands in a place where these items of the form can stand, which have this order."""
        last, seen = -1, dict[str, int]()
        for number, one in enumerate(self.notes.objects(raw, "item", holder.place)):
            place = f"{holder.place}.item[{number}]"
            link_id = self.notes.text(one, "linkId", place)
            if link_id not in order:
                self.stray(link_id, place)
                continue
            item = self.questionnaire.by_link_id[link_id]
            if order[link_id] < last:
                says = "it stands after an item that comes later in the form. Keep the form's order."
                self.notes.wrong("structure", place, says, link_id)
            last = max(last, order[link_id])
            if link_id in seen:
                self.again(item, place)
            seen[link_id] = self.one(one, item, holder, place, seen.get(link_id, 0))

    def stray(self, link_id: str, place: str) -> None:
        if not link_id:
            self.notes.wrong(
                "required", f"{place}.linkId", "An item needs the linkId of a question of the form."
            )
        elif link_id in self.questionnaire.by_link_id:
            parent = self.questionnaire.parents.get(link_id)
            where = f"below {shown(parent)}" if parent else "at the top"
            self.notes.wrong("structure", place, f"it is in the wrong place; it belongs {where}.", link_id)
        else:
            self.notes.wrong("not-found", f"{place}.linkId", "the form has no such linkId.", link_id)

    def again(self, item: Item, place: str) -> None:
        if not item.repeats:
            self.notes.wrong(
                "structure", place, "it is there more than once and does not repeat.", item.link_id
            )
        elif item.asks:
            says = f"Item {shown(item.link_id)}: a question that repeats has one item with several answers."
            self.notes.issues.append(warning("structure", says, place, item.link_id))

    def one(self, raw: Mapping[str, Any], item: Item, holder: Holder, place: str, before: int) -> int:
        """Reads one item; gives how many occurrences or answers there are now, with those before it."""
        self.notes.known(raw, _OF_ITEM, place, item.link_id)
        given = Given(item, place, raw, holder)
        holder.given.append(given)
        if not self.notes.trusting:
            self.text(raw, item, place)
        if not item.asks and "answer" in raw:
            self.notes.wrong(
                "structure", f"{place}.answer", f"a {item.type} cannot have answers.", item.link_id
            )
        if item.type == GROUP:
            given.holders.append(self.holder(place, given, before + 1))
            self.items(raw, given.holders[0], item.positions)
        elif "item" in raw:
            says = (
                "a display has no items."
                if item.type == DISPLAY
                else "items below a question stand in its answer."
            )
            self.notes.wrong("structure", f"{place}.item", says, item.link_id)
        if item.asks:
            for number, each in enumerate(self.notes.objects(raw, "answer", place, item.link_id)):
                below = self.holder(f"{place}.answer[{number}]", given, before + number + 1)
                given.holders.append(below)
                given.answers.append(self.answer(each, item, below))
        return before + (len(given.answers) if item.asks else 1)

    def text(self, raw: Mapping[str, Any], item: Item, place: str) -> None:
        said = self.notes.text(raw, "text", place, item.link_id)
        if said and said != item.text:
            says = f"Item {shown(item.link_id)}: the text is {shown(said)}; the form says {shown(item.text)}."
            self.notes.issues.append(warning("business-rule", says, f"{place}.text", item.link_id))

    def holder(self, place: str, given: Given, number: int) -> Holder:
        around = given.holder.numbers
        return Holder(place, given.item, given, (*around, number) if given.item.numbered else around)

    def answer(self, raw: Mapping[str, Any], item: Item, below: Holder) -> Answer:
        self.notes.known(raw, _OF_ANSWER, below.place, item.link_id)
        answer = Answer(below.place, raw, self.value(raw, item, below.place), below)
        if "item" in raw:
            self.items(raw, below, item.positions)
        return answer

    def value(self, raw: Mapping[str, Any], item: Item, place: str) -> Value | None:
        found = list(values.of_choice(raw, "value"))
        if len(found) > 1:
            self.notes.wrong(
                "structure", place, "an answer has one value. Give several answers instead.", item.link_id
            )
            return None
        if not found:
            if raw and not any(key.startswith("_value") or key == "extension" for key in raw):
                self.notes.wrong("required", place, "the answer has no value.", item.link_id)
            return None
        key, value = found[0]
        kind = key.removeprefix("value")
        if item.kinds and kind not in item.kinds:
            wanted = " or ".join(f"value{each}" for each in sorted(item.kinds))
            self.notes.wrong(
                "structure",
                f"{place}.{key}",
                f"the type {item.type} is answered by {wanted}, not by {key}.",
                item.link_id,
            )
            return None
        if isinstance(value, NoValue):
            if raw[key] is None or raw[key] == "":
                return None
            says = f"Item {shown(item.link_id)}: the answer {value}."
            self.notes.issues.append(
                error("value", says, f"{place}.{key}", item.link_id, _NOT_READ.get(kind, Wrong.OTHERWISE))
            )
            return None
        return value
