"""A form laid out for comparing: each item with what it is inside, when it is asked, and whether anybody sees it."""

from dataclasses import dataclass
from typing import Any

from onward.policy import canonical
from onward.policy.overrides.tree import Json, is_hidden
from onward.questionnaires import extensions

Condition = tuple[str, str, str]


@dataclass(frozen=True)
class Laid:
    """One item. `path` is what it is inside, outermost first; `number` its place in the order of the form."""

    item: Json
    path: tuple[Json, ...]
    number: int

    @property
    def link_id(self) -> str:
        return str(self.item["linkId"])

    @property
    def hidden(self) -> bool:
        return any(is_hidden(each) for each in (*self.path, self.item))

    @property
    def repeating(self) -> tuple[str, ...]:
        """The groups around it that can be answered several times."""
        return tuple(each["linkId"] for each in self.path if each.get("repeats"))

    def hurdles(self) -> frozenset[str]:
        """Every condition that has to hold for it to be asked, its own and those of what it is inside."""
        return frozenset(text for each in (*self.path, self.item) if (text := _hurdle(each)))

    def questions(self) -> frozenset[str]:
        """The questions that decide whether it is asked."""
        return frozenset(
            condition["question"]
            for each in (*self.path, self.item)
            for condition in each.get("enableWhen", ())
        )


def laid(form: Json) -> list[Laid]:
    """Every item in the order of the form; also one whose linkId another has."""
    found: list[Laid] = []

    def lay(holder: Json, path: tuple[Json, ...]) -> None:
        for item in holder.get("item", ()):
            found.append(Laid(item, path, len(found)))
            lay(item, (*path, item))

    lay(form, ())
    return found


def whole(form: Json) -> Laid:
    """The form itself, whose rules may look at any question."""
    own = {key: value for key, value in form.items() if key != "item"}
    return Laid({**own, "linkId": "the form", "type": "group"}, (), -1)


def by_link_id(items: list[Laid]) -> dict[str, Laid]:
    return {each.link_id: each for each in reversed(items)}


def options(item: Json) -> dict[str, Json]:
    """The options by what they come to: the value, without its words."""
    return {_value(each): each for each in item.get("answerOption", ())}


def _value(option: Json) -> str:
    found = {key: value for key, value in option.items() if key.startswith("value")}
    coding = found.get("valueCoding")
    return canonical.text({key: coding.get(key, "") for key in ("system", "code")} if coding else found)


def _hurdle(item: Json) -> str:
    expression: Any = extensions.first(item, extensions.ENABLE_EXPRESSION)
    if expression:
        return canonical.text(expression)
    conditions = item.get("enableWhen")
    if not conditions:
        return ""
    told = sorted(canonical.text(each) for each in conditions)
    return canonical.text([item.get("enableBehavior", "all") if len(told) > 1 else "all", told])
