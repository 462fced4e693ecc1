"""The parts of an item as they are read: options, conditions, bounds, units and first answers."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from onward.questionnaires import extensions, values
from onward.questionnaires.definition import Bound, Condition, Expression, Option
from onward.questionnaires.issues import shown
from onward.questionnaires.shapes import Notes
from onward.questionnaires.value_sets import Codes
from onward.questionnaires.values import Coded, Value

_OF_CONDITION = " ".join(
    ("question", "operator", *(f"answer{each}" for each in values.KINDS if each not in ("Uri", "Attachment")))
)


def whole(raw: Mapping[str, Any], url: str, place: str, notes: Notes, link_id: str) -> int | None:
    """The whole number, not below nought, in an extension."""
    for number, extension in extensions.each(raw, url):
        value = extensions.content(extension)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if not _in_place(extension):
            notes.wrong(
                "value", f"{place}.extension[{number}]", f"{_name(url)} has to be a whole number.", link_id
            )
    return None


def size(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> Decimal | None:
    for number, extension in extensions.each(raw, extensions.MAX_SIZE):
        value = extensions.content(extension)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return Decimal(value)
        notes.wrong("value", f"{place}.extension[{number}]", "maxSize has to be a number of bytes.", link_id)
    return None


def one_value(raw: Mapping[str, Any], prefix: str, place: str, notes: Notes, link_id: str) -> Value | None:
    """The single value[x] (or answer[x]) of an element."""
    found = list(values.of_choice(raw, prefix))
    if len(found) > 1:
        notes.wrong("structure", place, f"it has more than one {prefix}[x]. Keep one.", link_id)
    for key, value in found:
        if isinstance(value, Value):
            return value
        notes.wrong("value", f"{place}.{key}", f"{key} {value}.", link_id)
    return None


def options(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> tuple[Option, ...]:
    listed = enumerate(notes.objects(raw, "answerOption", place, link_id))
    return named_apart(
        [_option(each, f"{place}.answerOption[{number}]", notes, link_id) for number, each in listed]
    )


def named_apart(options: list[Option]) -> tuple[Option, ...]:
    """The options, each with a code of its own: where two systems have the same code, the later says its system."""
    taken: dict[str, Value] = {}
    for number, option in enumerate(options):
        if option.value:
            code, value = option.code, option.value
            system = value.data.system if isinstance(value.data, Coded) else value.kind
            while not values.same(taken.setdefault(code, value), value):
                code = f"{system}|{code}"
            options[number] = replace(option, code=code)
    return tuple(options)


def of_value_set(codes: Codes) -> tuple[Option, ...]:
    """What can be chosen from a value set whose codes are all known; nothing where they are not."""
    if not codes.complete:
        return ()
    return named_apart([_coded(*code, display) for code, display in codes.held.items()])


def _coded(system: str, code: str, display: str) -> Option:
    raw = {"system": system, "code": code, "display": display}
    value = Value("Coding", Coded(system, code, display), {key: each for key, each in raw.items() if each})
    return Option(code, display or code, display or code, value=value)


def _option(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> Option:
    value = one_value(raw, "value", place, notes, link_id)
    if value is None and not values.keys(raw, "value"):
        notes.wrong("required", place, "an option needs a value.", link_id)
    code, text = _named(value) if value else ("", "")
    coding = raw.get("valueCoding")
    scores = (
        extensions.first(each, *extensions.SCORES) for each in (raw, coding) if isinstance(each, Mapping)
    )
    return Option(
        code=code,
        text=text,
        easy=in_easy_read(raw) or text,
        exclusive=extensions.first(raw, extensions.EXCLUSIVE) is True,
        value=value,
        initial=notes.boolean(raw, "initialSelected", place, link_id),
        score=next((Decimal(each) for each in scores if isinstance(each, int | Decimal)), None),
    )


def _named(value: Value) -> tuple[str, str]:
    """How pages write a value that may be chosen, and what people read."""
    if isinstance(value.data, Coded):
        return value.data.code, value.data.display or value.data.code
    if value.kind == "Reference":
        return str(value.data), str(value.raw.get("display", value.data))
    return str(value.raw), str(value.raw)


def in_easy_read(raw: Mapping[str, Any]) -> str:
    """The text in easy read; empty where it is not said in another way."""
    found = extensions.first(raw, extensions.EASY_READ)
    return found if isinstance(found, str) else ""


def conditions(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> tuple[Condition, ...]:
    behaviour = notes.text(raw, "enableBehavior", place, link_id)
    listed = notes.objects(raw, "enableWhen", place, link_id)
    if behaviour not in ("", "all", "any"):
        notes.wrong(
            "code-invalid",
            f"{place}.enableBehavior",
            f"enableBehavior {shown(behaviour)} is not all or any.",
            link_id,
        )
    if len(listed) > 1 and not behaviour:
        says = "it has more than one enableWhen and no enableBehavior. Say whether all or any must be met (que-12)."
        notes.wrong("invariant", place, says, link_id)
    return tuple(
        _condition(each, f"{place}.enableWhen[{number}]", notes, link_id)
        for number, each in enumerate(listed)
    )


def _condition(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> Condition:
    notes.known(raw, _OF_CONDITION, place, link_id)
    value = one_value(raw, "answer", place, notes, link_id)
    if value is None and not values.keys(raw, "answer"):
        notes.wrong("required", place, "a condition needs an answer to compare with.", link_id)
    data = value.data if value else ""
    return Condition(
        question=notes.text(raw, "question", place, link_id),
        operator=notes.text(raw, "operator", place, link_id),
        answer=data
        if isinstance(data, bool)
        else data.code
        if isinstance(data, Coded)
        else str(value.raw if value else ""),
        value=value,
        place=place,
    )


def bounds(
    raw: Mapping[str, Any], place: str, notes: Notes, link_id: str
) -> tuple[Bound | None, Bound | None]:
    """The least and the most, as minValue and maxValue or, for quantities, SDC's minQuantity and maxQuantity."""
    least = _bound(raw, place, notes, link_id, extensions.MIN_VALUE, extensions.MIN_QUANTITY)
    most = _bound(raw, place, notes, link_id, extensions.MAX_VALUE, extensions.MAX_QUANTITY)
    if least and most and least.value and most.value and values.compare(least.value, most.value) == 1:
        says = f"the least that may be answered, {shown(least.value.raw)}, is above the most, {shown(most.value.raw)}."
        notes.wrong("value", least.place, says, link_id)
    return least, most


def _bound(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str, *urls: str) -> Bound | None:
    for number, extension in extensions.each(raw, *urls):
        where = f"{place}.extension[{number}]"
        value = one_value(extension, "value", where, notes, link_id)
        worked_out = next(iter(_in_place(extension)), None)
        if value or worked_out:
            return Bound(value, Expression(worked_out, "", where) if worked_out else None, where)
    return None


def _in_place(extension: Mapping[str, Any]) -> list[str]:
    """The expressions that stand for the value of an extension (cqf-expression on value[x])."""
    elements = [
        value for key, value in extension.items() if key.startswith("_value") and isinstance(value, Mapping)
    ]
    found = [extensions.first(each, *extensions.IN_PLACE) for each in (*elements, extension)]
    texts = [each.get("expression") if isinstance(each, Mapping) else each for each in found]
    return [each for each in texts if isinstance(each, str)]


def units(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> tuple[Coded, ...]:
    found = []
    for number, extension in extensions.each(raw, extensions.UNIT_OPTION):
        value = one_value(extension, "value", f"{place}.extension[{number}]", notes, link_id)
        if value and isinstance(value.data, Coded):
            found.append(value.data)
    return tuple(found)


def initial(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> tuple[Value, ...]:
    listed = enumerate(notes.objects(raw, "initial", place, link_id))
    read = [one_value(each, "value", f"{place}.initial[{number}]", notes, link_id) for number, each in listed]
    return tuple(each for each in read if each)


def codes(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> tuple[Coded, ...]:
    """The codes of an item; what is none of them is left to the faults of its shape."""
    listed = enumerate(notes.objects(raw, "code", place, link_id))
    read = [_code(each, f"{place}.code[{number}]", notes, link_id) for number, each in listed]
    return tuple(each for each in read if each)


def _code(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> Coded | None:
    try:
        found = values.value("Coding", raw).data
    except values.NoValue as problem:
        notes.wrong("value", place, f"the code {problem}.", link_id)
        return None
    return found if isinstance(found, Coded) else None


def _name(url: str) -> str:
    return url.rsplit("/", 1)[-1].removeprefix("questionnaire-")
