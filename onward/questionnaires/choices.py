"""Whether an answer may be chosen: one of the options, of the value set, of the units, of the kinds of resource."""

from collections.abc import Iterator
from itertools import takewhile

from onward.questionnaires.amounts import Amount
from onward.questionnaires.checking import Check, wrong
from onward.questionnaires.definition import CHOICES, Item
from onward.questionnaires.issues import Issue, Wrong, shown, warning
from onward.questionnaires.responses import Answer, Given
from onward.questionnaires.values import Coded, Value, same


def check(told: Check) -> Iterator[Issue]:
    yield from _not_told(told)
    for given, answer, value in told.answered():
        if given.item.options:
            yield from _of_options(given, answer, value)
        elif given.item.value_set and isinstance(value.data, Coded):
            yield from _of_value_set(told, given, answer, value.data)
        if isinstance(value.data, Amount):
            yield from _of_unit(told, given, answer, value.data)
        if value.kind == "Reference" and given.item.reference_to:
            yield from _of_reference(given, answer, value)


def _not_told(told: Check) -> Iterator[Issue]:
    """Value sets that did not come along, or only in part: what is not in them cannot be told to be wrong."""
    for item in told.questionnaire.walk():
        for address in (item.value_set, item.unit_value_set):
            if address and not told.value_sets.codes(address).complete:
                says = (
                    f"Item {shown(item.link_id)}: the value set {shown(address)} is not here in full, so answers are "
                    "not checked against it. Bring it along in a Bundle."
                )
                yield warning("not-found", says, item.place, item.link_id)


def _of_options(given: Given, answer: Answer, value: Value) -> Iterator[Issue]:
    item = given.item
    chosen = next((each for each in item.options if each.value and same(each.value, value)), None)
    if chosen is None:
        if item.type != "open-choice" or value.kind != "String":
            says = f"{_words(value)} is not one of its options: {_listed(item)}."
            yield wrong(
                given, answer, "code-invalid" if item.type in CHOICES else "value", says, Wrong.NOT_AN_OPTION
            )
    elif any(each.value and same(each.value, value) for each in _before(given, answer)):
        says = f"Item {shown(item.link_id)}: {_words(value)} is there twice."
        yield warning("duplicate", says, answer.place, item.link_id)
    elif chosen.exclusive and len(given.answers) > 1:
        says = f"{_words(value)} goes with no other answer. Choose it alone, or the others."
        yield wrong(given, answer, "business-rule", says, Wrong.NOT_ALONE)


def _before(given: Given, answer: Answer) -> Iterator[Answer]:
    return takewhile(lambda each: each is not answer, given.answers)


def _listed(item: Item) -> str:
    named = [each.code for each in item.options[:8]]
    return ", ".join(named) + (", …" if len(item.options) > len(named) else "")


def _words(value: Value) -> str:
    if isinstance(value.data, Coded):
        system = f" of {value.data.system}" if value.data.system else ""
        return f"{shown(value.data.code)}{system}"
    return shown(value.raw)


def _of_value_set(told: Check, given: Given, answer: Answer, code: Coded) -> Iterator[Issue]:
    codes = told.value_sets.codes(given.item.value_set)
    if codes.holds(code.system, code.code) is False:
        named = f"{shown(code.code)} of {code.system or 'no system'}"
        says = f"{named} is not in the value set {shown(given.item.value_set)}."
        yield wrong(given, answer, "code-invalid", says, Wrong.NOT_AN_OPTION)


def _of_unit(told: Check, given: Given, answer: Answer, amount: Amount) -> Iterator[Issue]:
    item = given.item
    if item.units and not any(
        (each.system, each.code) == (amount.system, amount.code) for each in item.units
    ):
        allowed = ", ".join(each.code for each in item.units)
        says = f"the unit {shown(amount.code or amount.unit or 'none')} is not one of {allowed}."
        yield wrong(given, answer, "code-invalid", says)
    if item.unit_value_set:
        codes = told.value_sets.codes(item.unit_value_set)
        if codes.holds(amount.system, amount.code) is False or not amount.code:
            says = f"the unit {shown(amount.code or amount.unit or 'none')} is not in {shown(item.unit_value_set)}."
            yield wrong(given, answer, "code-invalid", says)


def _of_reference(given: Given, answer: Answer, value: Value) -> Iterator[Issue]:
    """To one of these types of resource, where the address tells its type, or the answer says it."""
    parts = str(value.data).split("/_history/")[0].split("/")
    kind = parts[-2] if len(parts) > 1 and parts[-2].isalpha() else str(value.raw.get("type", ""))
    if kind and kind not in given.item.reference_to:
        says = f"{shown(value.data or kind)} is not a {' or '.join(given.item.reference_to)}."
        yield wrong(given, answer, "value", says)
