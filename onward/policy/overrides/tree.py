"""The items of a form as FHIR JSON, found by linkId. What is changed here is always a copy that nobody else holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from onward.policy.overrides.findings import CannotApply
from onward.questionnaires import extensions

Json = dict[str, Any]
CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"
OWN_CONTROLS = "https://onward.example/codes/item-control"
CATEGORIES = "http://hl7.org/fhir/questionnaire-display-category"


@dataclass(frozen=True)
class Spot:
    """Where an item stands: in which list, and inside which item; None for the pages at the top."""

    item: Json
    siblings: list[Json]
    inside: Json | None

    @property
    def place(self) -> int:
        return next(number for number, each in enumerate(self.siblings) if each is self.item)


def spots(holder: Json, inside: Json | None = None) -> Iterator[Spot]:
    """Every item, in the order of the form."""
    for each in holder.get("item", ()):
        yield Spot(each, holder["item"], inside)
        yield from spots(each, each)


def spot(form: Json, link_id: str) -> Spot:
    """The item with this linkId; CannotApply where there is none."""
    for each in spots(form):
        if each.item["linkId"] == link_id:
            return each
    near = get_close_matches(link_id, [each.item["linkId"] for each in spots(form)], 1)
    meant = f" Did you mean `{near[0]}`?" if near else " Look its name up in the national form."
    raise CannotApply(f"there is no `{link_id}` in this form.{meant}")


def below(item: Json) -> Iterator[Json]:
    """The item and everything in it."""
    yield item
    yield from (each.item for each in spots(item))


def is_hidden(item: Json) -> bool:
    return extensions.first(item, extensions.HIDDEN) is True


def set_extension(element: Json, url: str, key: str, value: Any) -> None:
    """Give the element this extension once; None takes it away."""
    kept = [each for each in element.get("extension", ()) if each.get("url") != url]
    if value is not None:
        kept.append({"url": url, key: value})
    element.pop("extension", None)
    if kept:
        element["extension"] = kept


def codings(item: Json) -> list[Json]:
    return [each for each in item.get("code", ()) if isinstance(each, dict)]


def option(item: Json, code: str) -> Json:
    """The option with this code; CannotApply where there is none."""
    listed = item.get("answerOption", ())
    if not listed:
        raise CannotApply(f"`{item['linkId']}` has no options that stand in the form itself.")
    found: Json | None = next(
        (each for each in listed if each.get("valueCoding", {}).get("code") == code), None
    )
    if found:
        return found
    codes = ", ".join(f"`{each.get('valueCoding', {}).get('code', '?')}`" for each in listed)
    raise CannotApply(f"`{item['linkId']}` has no option `{code}`. Its options are {codes}.")
