"""What hangs on the answers to other questions: whether it is still asked, of as many people as before, and in time."""

import re
from collections.abc import Iterator

from onward.policy import canonical
from onward.policy.overrides.compared import Laid
from onward.policy.overrides.needed import Needed
from onward.policy.overrides.tree import Json
from onward.questionnaires import extensions

_EXPRESSION = re.compile(r"linkId\s*=\s*'([^']+)'")


def of(national: dict[str, Laid], changed: dict[str, Laid], form: Laid, needed: Needed) -> Iterator[str]:
    """Breakages by what depends on what, as sentences."""
    for each in (form, *changed.values()):
        if not each.hidden:
            yield from _of_conditions(each, national, changed)
            yield from _of_expressions(each, national, changed)
    for link_id in _deciding(national, needed):
        yield from _of_fewer_people(national[link_id], changed.get(link_id))


def _of_conditions(each: Laid, national: dict[str, Laid], changed: dict[str, Laid]) -> Iterator[str]:
    for condition in each.item.get("enableWhen", ()):
        name = condition["question"]
        question = changed.get(name)
        if question is None or (question.hidden and not _hidden(national, name)):
            yield f"whether `{each.link_id}` is asked hangs on `{name}`, which is hidden. Hide both, or neither."
        elif not _can_be(condition, question.item):
            code = condition.get("answerCoding", {}).get("code", "")
            yield f"`{each.link_id}` is asked after the answer `{code}` to `{name}`, which is offered no more."
        elif question.number > each.number and not _was_later(each.link_id, name, national):
            yield (
                f"`{each.link_id}` comes before `{name}`, which decides whether it is asked. Put it after that."
            )


def _hidden(national: dict[str, Laid], link_id: str) -> bool:
    return link_id in national and national[link_id].hidden


def _was_later(link_id: str, question: str, national: dict[str, Laid]) -> bool:
    if link_id not in national or question not in national:
        return False
    return national[question].number > national[link_id].number


def _can_be(condition: Json, item: Json) -> bool:
    coding = condition.get("answerCoding")
    if not coding or "answerOption" not in item:
        return True
    return any(_same(coding, each.get("valueCoding", {})) for each in item["answerOption"])


def _same(one: Json, other: Json) -> bool:
    return all(one.get(key, "") == other.get(key, "") for key in ("system", "code"))


def _of_expressions(each: Laid, national: dict[str, Laid], changed: dict[str, Laid]) -> Iterator[str]:
    """Expressions name other questions by linkId; FHIRPath of the national form only, as a council writes none."""
    own = {key: value for key, value in each.item.items() if key != "item"}
    if not any(extensions.each(own, *_WITH_EXPRESSIONS)):
        return
    for name in sorted(set(_EXPRESSION.findall(canonical.text(own)))):
        found = changed.get(name)
        if name in national and not national[name].hidden and (found is None or found.hidden):
            yield f"`{each.link_id}` is worked out from `{name}`, which is hidden. Hide both, or neither."


_WITH_EXPRESSIONS = (
    extensions.VARIABLE,
    extensions.INITIAL_EXPRESSION,
    extensions.CALCULATED_EXPRESSION,
    extensions.ENABLE_EXPRESSION,
    *extensions.CONSTRAINTS,
    extensions.MIN_VALUE,
    extensions.MAX_VALUE,
)


def _deciding(national: dict[str, Laid], needed: Needed) -> list[str]:
    """What is needed and asked, and every question that decides whether it is."""
    waiting = [link_id for link_id, each in national.items() if needed.of(each.item)]
    found: dict[str, None] = {}
    while waiting:
        link_id = waiting.pop(0)
        if link_id not in found and link_id in national:
            found[link_id] = None
            waiting.extend(sorted(national[link_id].questions()))
    return list(found)


def _of_fewer_people(before: Laid, after: Laid | None) -> Iterator[str]:
    if after and not after.hurdles() <= before.hurdles():
        yield f"`{before.link_id}` would be asked of fewer people where it stands now. Leave it among its neighbours."
