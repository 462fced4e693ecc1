"""What is not asked, not offered, or need not be answered."""

from onward.policy.overrides.changes import Change
from onward.policy.overrides.findings import CannotApply
from onward.policy.overrides.tree import Json, below, option, set_extension, spot
from onward.questionnaires import extensions


def hide(form: Json, change: Change) -> None:
    """Nobody is asked it any more: it stays in the form, hidden as FHIR has it, with everything in it."""
    found = spot(form, change.target)
    if found.item["type"] == "display":
        del found.siblings[found.place]
        if not found.siblings and found.inside:
            found.inside.pop("item")
        return
    for each in below(found.item):
        if each["type"] != "display":
            set_extension(each, extensions.HIDDEN, "valueBoolean", True)
            _optional(each)


def hide_option(form: Json, change: Change) -> None:
    """The option is not offered any more."""
    item = spot(form, change.text("of")).item
    chosen = option(item, change.target)
    left = [each for each in item["answerOption"] if each is not chosen]
    if not left:
        raise CannotApply(f"this was the last option of `{item['linkId']}`. Hide the question instead.")
    item["answerOption"] = left


def require(form: Json, change: Change) -> None:
    item = spot(form, change.target).item
    if item["type"] in ("group", "display"):
        raise CannotApply(f"`{change.target}` is no question. Require the questions in it.")
    item["required"] = True


def make_optional(form: Json, change: Change) -> None:
    _optional(spot(form, change.target).item)


def _optional(item: Json) -> None:
    item.pop("required", None)
    set_extension(item, extensions.MIN_OCCURS, "valueInteger", None)
