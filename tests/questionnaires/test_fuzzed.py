"""Every sentence again, with parts of it replaced by what nobody meant: there is always an outcome, never an error."""

import json
from copy import deepcopy
from random import Random
from typing import Any

import pytest

from onward.questionnaires.issues import outcome
from onward.questionnaires.validity import check
from tests.questionnaires.test_sentences import CASES, NOW, answers, form

JUNK: list[Any] = [
    None, True, 0, -1, 10**20, 3.5, "", "x", "a", "2024-02-30", [], {}, [None], [[]], ["a"], {"a": 1}, {"url": 3},
    {"linkId": "a", "type": "string"}, [{"linkId": "a"}],
]  # fmt: skip
KEYS = ["item", "answer", "extension", "valueString", "type", "enableWhen", "contained", "initial", "text"]
Path = tuple[str | int, ...]


def paths(value: Any, above: Path = ()) -> list[Path]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    below = [each for key, part in inside for each in paths(part, (*above, key))]
    return [above, *below] if above and above[-1] != "resourceType" else below


def spoilt(value: Any, chance: Random) -> Any:
    copy = deepcopy(value)
    for _ in range(chance.choice((1, 1, 2, 3))):
        found = paths(copy)
        if not found:
            return copy
        *above, last = chance.choice(found)
        element = copy
        for key in above:
            element = element[key]
        way = chance.randrange(5)
        if way == 0 and isinstance(element, dict):
            del element[last]
        elif way == 1 and isinstance(element, dict):
            element[chance.choice(KEYS)] = deepcopy(chance.choice(JUNK))
        else:
            element[last] = deepcopy(chance.choice(JUNK))
    return copy


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_spoilt_there_is_an_outcome(seed: int) -> None:
    chance = Random(seed)
    for _ in range(100):
        (case,) = chance.choice(CASES).values
        assert isinstance(case, dict)
        sent = answers({"answers": '[{"linkId": "a", "answer": [{"valueInteger": 1}]}]', **case})
        found = check(spoilt(form(case), chance), spoilt(sent, chance), now=NOW)
        assert json.dumps(outcome(found))
