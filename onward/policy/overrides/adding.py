"""A page, a question or an option of the council's own."""

from typing import Any

from onward.policy.overrides import conditions, wording
from onward.policy.overrides.changes import Change
from onward.policy.overrides.findings import CannotApply, listed
from onward.policy.overrides.placing import place
from onward.policy.overrides.tree import Json, option, set_extension, spot
from onward.questionnaires import extensions
from onward.questionnaires.definition import MEANING, PICTURE
from onward.vocabulary.eligibility import ADULT_SYSTEM, AdultOutcome

OF_COUNCILS = "https://onward.example/codes/councils/"
TYPES = {
    "yes or no": "boolean", "choose one": "choice", "choose any": "choice", "short text": "string",
    "long text": "text", "date": "date", "whole number": "integer", "number": "decimal", "information": "display",
}  # fmt: skip
_YES = {"yes": True, "true": True, "no": False, "false": False, "": False}


def add_page(form: Json, change: Change, prefix: str) -> None:
    page: Json = {"linkId": change.target, "text": _text(change), "type": "group"}
    page |= conditions.of(form, change)
    wording.say(page, change, prefix)
    place(form, page, change, page=True)


def add_question(form: Json, change: Change, prefix: str) -> None:
    kind = change.text("type")
    if kind not in TYPES:
        raise CannotApply(f"`type` is “{kind}”. Use one of {listed(tuple(TYPES))}.")
    item: Json = {"linkId": change.target, "text": _text(change), "type": TYPES[kind]}
    if codes := _codes(change):
        item["code"] = codes
    item |= conditions.of(form, change) | _flags(change, kind)
    _give_options(item, change, prefix)
    wording.say(item, change, prefix)
    place(form, item, change, page=False)


def add_option(form: Json, change: Change, prefix: str) -> None:
    """Last, but before "none of these" and its like; or where the change says."""
    item = spot(form, change.text("to")).item
    if not item.get("answerOption"):
        raise CannotApply(f"`{item['linkId']}` has no options that stand in the form itself.")
    made = _option(change.target, _text(change), prefix)
    set_extension(made, extensions.EASY_READ, "valueString", change.text("easy") or None)
    item["answerOption"].insert(_where(item, change), made)


def _where(item: Json, change: Change) -> int:
    options: list[Json] = item["answerOption"]
    for way, later in (("after", 1), ("before", 0)):
        if way in change.given:
            anchor = option(item, change.text(way))
            return next(number for number, each in enumerate(options) if each is anchor) + later
    exclusive = (
        number for number, each in enumerate(options) if extensions.first(each, extensions.EXCLUSIVE) is True
    )
    return next(exclusive, len(options))


def _text(change: Change) -> str:
    if not change.text("text"):
        raise CannotApply("what does it say? Give it its words: `text:`.")
    return change.text("text")


def _flags(change: Change, kind: str) -> Json:
    flags: Json = {}
    if change.text("required").lower() not in _YES:
        raise CannotApply("`required` is yes or no.")
    if _YES[change.text("required").lower()]:
        flags["required"] = True
    if kind == "choose any":
        flags["repeats"] = True
    if longest := change.text("longest"):
        if not (longest.isascii() and longest.isdigit() and 0 < int(longest[:9]) <= 20_000):
            raise CannotApply("`longest` is a number of letters, from 1 to 20000.")
        flags["maxLength"] = int(longest)
    return flags


def _give_options(item: Json, change: Change, prefix: str) -> None:
    options: dict[str, str] = change.given.get("options", {})
    if (item["type"] == "choice") is not bool(options):
        raise CannotApply(
            "`options` belong to the types `choose one` and `choose any`, and these need at least one."
        )
    if options:
        item["answerOption"] = [_option(code, text or code, prefix) for code, text in options.items()]
    for code, words in change.given.get("easy options", {}).items():
        set_extension(option(item, code), extensions.EASY_READ, "valueString", words or None)


def _option(code: str, words: str, prefix: str) -> Json:
    return {"valueCoding": {"system": f"{OF_COUNCILS}{prefix[:-1]}", "code": code, "display": words}}


def _codes(change: Change) -> list[dict[str, Any]]:
    """The meaning first: it is what prefill and rules go by."""
    named = [(MEANING, change.text("meaning")), (PICTURE, change.text("picture"))]
    named += [(ADULT_SYSTEM, _outcome(each)) for each in change.given.get("outcomes", ())]
    for each in change.given.get("codes", ()):
        system, bar, code = each.partition("|")
        if not (system and bar and code):
            raise CannotApply(f"`codes` has “{each}”. Write the system, a bar and the code.")
        named.append((system, code))
    return [{"system": system, "code": code} for system, code in named if code]


def _outcome(said: str) -> str:
    known = [each.value for each in AdultOutcome]
    if said not in known:
        raise CannotApply(f"“{said}” is no outcome of the eligibility regulations. They are {listed(known)}.")
    return said
