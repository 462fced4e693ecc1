"""What a council adds may not be mistaken for anything else, now or in a later national form."""

import re
from collections.abc import Iterator

from onward.policy.overrides.compared import Laid, options
from onward.policy.overrides.findings import listed
from onward.policy.overrides.needed import Needed
from onward.policy.overrides.tree import Json, codings
from onward.questionnaires.definition import MEANING

_NAME = re.compile(r"[a-z0-9_-]{1,80}", re.ASCII)


def of(national: dict[str, Laid], in_order: list[Laid], needed: Needed, prefix: str) -> Iterator[str]:
    """Breakages by what was added, as sentences."""
    seen: set[str] = set()
    meanings = {code: link_id for link_id, each in national.items() for code in _meanings(each.item)}
    for each in in_order:
        if each.link_id in seen:
            yield f"the name `{each.link_id}` is used twice. Give what you add a name of its own."
        elif each.link_id not in national:
            yield from _of_name(each.link_id, prefix)
            yield from _of_codes(each, needed, prefix, meanings)
        else:
            yield from _of_options(national[each.link_id].item, each.item, prefix)
        seen.add(each.link_id)


def _of_name(name: str, prefix: str) -> Iterator[str]:
    if not _NAME.fullmatch(name):
        yield f"the name `{name}` may have small letters, digits, `-` and `_` only, and at most 80 of them."
    elif not name.startswith(prefix) or name == prefix:
        yield (
            f"call it `{prefix}{name}`: what a council adds begins with its name, so that no later national form "
            "has the same."
        )


def _of_codes(each: Laid, needed: Needed, prefix: str, meanings: dict[str, str]) -> Iterator[str]:
    for coding in codings(each.item):
        if coding["system"] not in needed.systems:
            yield f"`{each.link_id}` has a code of `{coding['system']}`. Use one of {listed(needed.systems)}."
    for code in _meanings(each.item):
        if code in meanings:
            yield (
                f"`{each.link_id}` asks again what `{meanings[code]}` asks: both mean `{code}`, and only one of two "
                "answers would be read. Leave out its meaning, or reword the other."
            )
        elif not code.startswith(prefix):
            yield f"the meaning of `{each.link_id}` has to begin with `{prefix}`: `{prefix}{code}`."
        else:
            meanings[code] = each.link_id


def _of_options(before: Json, after: Json, prefix: str) -> Iterator[str]:
    was = options(before)
    for value, option in options(after).items():
        code = option.get("valueCoding", {}).get("code", "")
        if value not in was and not (_NAME.fullmatch(code) and code.startswith(prefix)):
            yield (
                f"call the option of `{after['linkId']}` `{prefix}{code}`: what a council adds begins with its name."
            )
    codes = [each.get("valueCoding", {}).get("code", "") for each in after.get("answerOption", ())]
    for code in sorted({each for each in codes if each and codes.count(each) > 1}):
        if code.startswith(prefix):
            yield f"the option `{code}` of `{after['linkId']}` is there twice. Keep one."


def _meanings(item: Json) -> list[str]:
    return [each["code"] for each in codings(item) if each.get("system") == MEANING and each.get("code")]
