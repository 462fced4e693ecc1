"""What a council's form breaks, compared with the national form that it comes from.

It looks at the two forms and not at the changes, so that no order of changes can slip by.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onward.policy.overrides import additions, depending
from onward.policy.overrides.compared import Laid, by_link_id, laid, options, whole
from onward.policy.overrides.needed import CLOSED, FREE, Need, Needed
from onward.policy.overrides.tree import Json

_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")


@dataclass(frozen=True)
class Compared:
    """Both forms, laid out; `public` where anybody may fill it in."""

    national: dict[str, Laid]
    changed: dict[str, Laid]
    in_order: list[Laid]
    needed: Needed
    prefix: str
    public: bool


def breakages(national: Json, changed: Json, needed: Needed, *, name: str, prefix: str) -> list[str]:
    """Every breakage as a sentence, in the order of the form."""
    in_order = laid(changed)
    both = Compared(
        national=by_link_id(laid(national)),
        changed=by_link_id(in_order),
        in_order=in_order,
        needed=needed,
        prefix=prefix,
        public=name not in needed.only_staff,
    )
    found = [
        *additions.of(both.national, in_order, needed, prefix),
        *(says for each in both.national.values() for says in _of_item(both, each)),
        *(says for each in in_order for says in _of_required(both, each)),
        *(says for each in in_order for says in _of_emptied(both, each)),
        *depending.of(both.national, both.changed, whole(changed), needed),
    ]
    return list(dict.fromkeys(found))


def _of_item(both: Compared, before: Laid) -> Iterator[str]:
    need, after = both.needed.of(before.item), both.changed.get(before.link_id)
    if need and not before.hidden and (after is None or after.hidden):
        yield f"`{before.link_id}` cannot be hidden: {_why(need)}"
    if after is None:
        return
    if need:
        for check in _OF_NEEDED:
            yield from check(before, after, need)
    if before.repeating != after.repeating:
        yield f"`{before.link_id}` would no longer be asked as often as before where it stands now. Move it elsewhere."
    yield from _of_words(before.link_id, before.item, after.item)


def _of_options(before: Laid, after: Laid, need: Need) -> Iterator[str]:
    was, now = options(before.item), options(after.item)
    if need.options == FREE:
        return
    for value in was.keys() - now.keys():
        yield f"the option `{_code(was[value])}` of `{before.link_id}` has to stay: {_why(need)}"
    if need.options == CLOSED:
        for value in now.keys() - was.keys():
            yield f"`{before.link_id}` takes no option `{_code(now[value])}`, as nothing could read it: {_why(need)}"


def _of_still_required(before: Laid, after: Laid, need: Need) -> Iterator[str]:
    lost = before.item.get("required") and not after.item.get("required")
    if need.required and lost and after.hidden == before.hidden:
        yield f"`{before.link_id}` has to stay required: {_why(need)}"


_OF_NEEDED: tuple[Callable[[Laid, Laid, Need], Iterator[str]], ...] = (_of_options, _of_still_required)


def _of_words(link_id: str, before: Json, after: Json) -> Iterator[str]:
    """What stands in braces is filled in when the form is shown."""
    pairs = [(str(before.get("text", "")), str(after.get("text", "")))]
    now = options(after)
    pairs += [(_words(each), _words(now[value])) for value, each in options(before).items() if value in now]
    for was, words in pairs:
        old, new = set(_PLACEHOLDER.findall(was)), set(_PLACEHOLDER.findall(words))
        for each in sorted(old - new):
            yield f"the new words of `{link_id}` lose {each}, which is filled in when the form is shown. Put it back."
        for each in sorted(new - old):
            yield f"the new words of `{link_id}` have {each}, which nothing fills in. Take it out."


def _of_required(both: Compared, each: Laid) -> Iterator[str]:
    before = both.national.get(each.link_id)
    if both.public and each.item.get("required") and not (before and before.item.get("required")):
        yield (
            f"`{each.link_id}` would have to be answered, and nobody is kept from asking for help "
            "(Care Act 2014 s9(1)). Leave it optional."
        )


def _of_emptied(both: Compared, each: Laid) -> Iterator[str]:
    if each.item["type"] != "group" or each.hidden:
        return
    inside = each.item.get("item", ())
    if not any(
        each_inside.get("linkId") in both.changed and _seen(both, each_inside) for each_inside in inside
    ):
        yield f"nothing is left to see on `{each.link_id}`. Hide it, or put a question there."


def _seen(both: Compared, item: Json) -> bool:
    return not both.changed[item["linkId"]].hidden


def _why(need: Need) -> str:
    return f"{need.because} ({need.source})."


def _code(option: Json) -> str:
    coding = option.get("valueCoding", {})
    return str(coding.get("code") or next(iter(option.values()), "?"))


def _words(option: Json) -> str:
    return str(option.get("valueCoding", {}).get("display", ""))
