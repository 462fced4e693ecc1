"""A response without what does not apply: what expressions look at, and what is sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from onward.questionnaires.definition import GROUP
from onward.questionnaires.expressions import Stand
from onward.questionnaires.responses import Given, Holder, Response


@dataclass
class Pruned:
    """The resource, and where each item of it stands. Groups with nothing in them are left out of the resource."""

    resource: dict[str, Any]
    stands: dict[int, Stand] = field(default_factory=dict)


def pruned(response: Response, applies: Callable[[Given], bool]) -> Pruned:
    resource = {key: value for key, value in response.raw.items() if key != "item"}
    made = Pruned(resource, {0: Stand(None, resource)})
    _put(made, resource, response.root, made.stands[0], applies)
    return made


def _put(
    made: Pruned, into: dict[str, Any], holder: Holder, around: Stand, applies: Callable[[Given], bool]
) -> None:
    written = [(each, _written(made, each, around, applies)) for each in holder.given if applies(each)]
    if full := [raw for given, raw in written if "item" in raw or given.item.type != GROUP]:
        into["item"] = full


def _written(made: Pruned, given: Given, around: Stand, applies: Callable[[Given], bool]) -> dict[str, Any]:
    raw = {key: value for key, value in given.raw.items() if key not in ("item", "answer")}
    made.stands[id(given)] = stand = Stand(given.item, raw, around)
    if given.item.type == GROUP:
        _put(made, raw, given.holders[0], stand, applies)
    if given.answers:
        raw["answer"] = []
        for answer in given.answers:
            one = {key: value for key, value in answer.raw.items() if key != "item"}
            _put(made, one, answer.below, stand, applies)
            raw["answer"].append(one)
    return raw
