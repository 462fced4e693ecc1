"""What people read of an item: its text, and the hint, help, reason and easy words beside it."""

from copy import deepcopy

from onward.policy.overrides.changes import Change
from onward.policy.overrides.findings import CannotApply
from onward.policy.overrides.tree import (
    CATEGORIES,
    CONTROLS,
    OWN_CONTROLS,
    Json,
    option,
    set_extension,
    spot,
)
from onward.questionnaires import extensions

BESIDE = ("hint", "help", "why")
_MARKS: dict[str, Json] = {
    "hint": {
        "url": extensions.CATEGORY,
        "valueCodeableConcept": {"coding": [{"system": CATEGORIES, "code": "instructions"}]},
    },
    "help": {
        "url": extensions.ITEM_CONTROL,
        "valueCodeableConcept": {"coding": [{"system": CONTROLS, "code": "help"}]},
    },
    "why": {
        "url": extensions.ITEM_CONTROL,
        "valueCodeableConcept": {"coding": [{"system": OWN_CONTROLS, "code": "why"}]},
    },
}


def reword(form: Json, change: Change, prefix: str) -> None:
    """Say it otherwise. A hint, help or reason that is made empty goes away."""
    item = spot(form, change.target).item
    if "text" in change.given:
        if not change.text("text"):
            raise CannotApply("a question needs words. To take it away, `hide` it.")
        item["text"] = change.text("text")
        item.pop("_text", None)  # a translation of the old words
    say(item, change, prefix)
    for code, words in change.given.get("options", {}).items():
        _name(option(item, code), code, words)
    for code, words in change.given.get("easy options", {}).items():
        set_extension(option(item, code), extensions.EASY_READ, "valueString", words or None)


def say(item: Json, change: Change, prefix: str) -> None:
    """What is beside the text."""
    for kind in BESIDE:
        if kind in change.given:
            _beside(item, kind, change.text(kind), prefix)
    if "easy" in change.given:
        set_extension(item, extensions.EASY_READ, "valueString", change.text("easy") or None)


def _name(chosen: Json, code: str, words: str) -> None:
    if not words:
        raise CannotApply(f"the option `{code}` needs words. To take it away, `hide option`.")
    chosen["valueCoding"]["display"] = words
    chosen["valueCoding"].pop("_display", None)


def _beside(item: Json, kind: str, words: str, prefix: str) -> None:
    inside: list[Json] = item.get("item", [])
    first: Json = next((each for each in inside if which(each) == kind), {})
    kept = [each for each in inside if which(each) != kind or (words and each is first)]
    if words and first:
        first["text"] = words
        first.pop("_text", None)
    elif words:
        kept.insert(0, _display(item["linkId"], kind, words, prefix))
    item.pop("item", None)
    if kept:
        item["item"] = kept


def _display(link_id: str, kind: str, words: str, prefix: str) -> Json:
    own = link_id if link_id.startswith(prefix) else f"{prefix}{link_id}"
    return {
        "linkId": f"{own}-{kind}",
        "text": words,
        "type": "display",
        "extension": [deepcopy(_MARKS[kind])],
    }


def which(item: Json) -> str:
    """`hint`, `help` or `why` for a display that is one, nothing for anything else."""
    if item.get("type") != "display":
        return ""
    controls = set(extensions.codings(extensions.first(item, extensions.ITEM_CONTROL)))
    if (OWN_CONTROLS, "why") in controls:
        return "why"
    if controls & {(CONTROLS, "help"), (CONTROLS, "flyover")}:
        return "help"
    return "hint" if any(extensions.each(item, extensions.CATEGORY)) else ""
