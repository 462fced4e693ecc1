"""What repeats on a form: "Add another" and "Remove" change how often it stands there, and lose nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from django.http import QueryDict

from onward.questionnaires.answers import key, place
from onward.questionnaires.definition import GROUP, Item
from onward.web.questions import names

Kept = TypeVar("Kept")
# Which number each occurrence gets; one that is not in it is taken away.
NewNumbers = Mapping[int, int]


@dataclass
class Boxes:
    """Every field of a form as it stood there, empty ones too, by name.

    `times` is how often something stood there; `about` are the items that can stand there more than once.
    """

    values: dict[str, list[str]] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    about: dict[str, Item] = field(default_factory=dict)

    def press(self, data: QueryDict) -> str:
        """Do what a pressed button to add or to remove asks for; the name of what it was about, or an empty one."""
        if (name := data.get(names.ADD, "")) in self.about:
            self.times[name] = min(self.shown(name) + 1, names.most_times(self.about[name]))
            return name
        name, _, which = data.get(names.REMOVE, "").rpartition(":")
        if name not in self.about or not (which.isascii() and which.isdigit() and len(which) <= 4):
            return ""
        self.remove(name, int(which))
        return name

    def shown(self, name: str) -> int:
        """How often it stood there, at least once."""
        return max(1, self.times.get(name, 1), len(self.values.get(name, ())))

    def remove(self, name: str, which: int) -> None:
        """Take one away; those after it move up."""
        many = self.shown(name)
        left = [each for each in range(1, many + 1) if each != which]
        self.renumber(name, {old: new for new, old in enumerate(left, start=1)})
        if self.about[name].type != GROUP:
            del self.values[name][which - 1 : which]
        self.times[name] = max(1, len(left))

    def settle(self, data: QueryDict) -> None:
        """Questions that bring others with each answer: these stay with their answer, empty ones come last."""
        for name, item in [*self.about.items()]:
            if item.asks and item.numbered and name in self.values:
                self.renumber(name, self._of_answers(name, item, data))

    def _of_answers(self, name: str, item: Item, data: QueryDict) -> NewNumbers:
        values = self.values[name]
        if item.choices:
            was = data.getlist(names.part(name, names.WAS))
            if not was:
                return {1: 1}  # nothing was chosen yet: it goes with the first that is
            return {old: values.index(each) + 1 for old, each in enumerate(was, start=1) if each in values}
        order = sorted(range(len(values)), key=lambda at: not values[at])
        return {at + 1: new for new, at in enumerate(order, start=1)}

    def renumber(self, name: str, new: NewNumbers) -> None:
        """Give new numbers to all that is below an item of this name."""
        around = place(name)[1]
        inside = {each.link_id for each in self.about[name].walk()} - {self.about[name].link_id}
        _renumber(self.values, inside, around, new)
        _renumber(self.times, inside, around, new)
        _renumber(self.about, inside, around, new)


def _renumber(kept: dict[str, Kept], inside: set[str], around: tuple[int, ...], new: NewNumbers) -> None:
    depth, moved = len(around), dict[str, Kept]()
    for name in [*kept]:
        link_id, numbers = place(name)
        if link_id in inside and numbers[:depth] == around:
            value = kept.pop(name)
            if numbers[depth] in new:
                moved[key(link_id, (*around, new[numbers[depth]], *numbers[depth + 1 :]))] = value
    kept.update(moved)
