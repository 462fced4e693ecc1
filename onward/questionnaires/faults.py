"""What is wrong with a definition that was read: within an item, between items, and in its expressions.

Sources: the invariants que-1 to que-13 of FHIR R4 Questionnaire; SDC, form behaviour. A fault that makes the form
unfit to judge answers by is an error; what only has no effect is a warning.
"""

from collections.abc import Iterator

from onward.questionnaires import expression_faults, extensions, matching
from onward.questionnaires.definition import CHOICES, DISPLAY, GROUP, VALUES, Condition, Item, Questionnaire
from onward.questionnaires.issues import Issue, error, shown, warning
from onward.questionnaires.matching import Undecided
from onward.questionnaires.patterns import BadPattern
from onward.questionnaires.values import same

OPERATORS = frozenset({"exists", "=", "!=", ">", "<", ">=", "<="})
_ORDERED = frozenset({"Decimal", "Integer", "Date", "DateTime", "Time", "Quantity", "String"})
_WITH_OPTIONS = frozenset({"integer", "date", "time", "string", "text", "reference", *CHOICES})
_WITHOUT_LENGTH = frozenset({"quantity", "attachment", "reference", "boolean", GROUP, DISPLAY})


def of(questionnaire: Questionnaire) -> Iterator[Issue]:
    """Every fault, in the order of the form."""
    seen: set[str] = set()
    for item in questionnaire.everything():
        yield from _of_link_id(item, seen)
        yield from _of_kind(item)
        yield from _of_answers(item)
        yield from _of_limits(item)
        for condition in item.conditions:
            yield from _of_condition(item, condition, questionnaire)
    yield from _of_cycles(questionnaire)
    yield from expression_faults.of(questionnaire)


def _fault(item: Item, code: str, says: str, element: str = "") -> Issue:
    place = f"{item.place}.{element}" if element else item.place
    return error(code, f"Item {shown(item.link_id)}: {says}", place, item.link_id)


def _idle(item: Item, says: str, element: str = "") -> Issue:
    place = f"{item.place}.{element}" if element else item.place
    return warning("business-rule", f"Item {shown(item.link_id)}: {says}", place, item.link_id)


def _of_link_id(item: Item, seen: set[str]) -> Iterator[Issue]:
    if not item.link_id:
        yield error("required", "An item needs a linkId, by which answers name it.", f"{item.place}.linkId")
    elif item.link_id in seen:
        yield _fault(item, "duplicate", "the linkId is used twice. Give each item its own (que-2).", "linkId")
    seen.add(item.link_id)


def _of_kind(item: Item) -> Iterator[Issue]:
    if item.type == DISPLAY:
        flags = ("required", "repeats", "readOnly")
        set_there = [each for each in flags if item.raw.get(each) is not None]
        yield from (
            _fault(item, "invariant", f"a display cannot be {each} (que-6, que-9).", each)
            for each in set_there
        )
        if item.items:
            yield _fault(item, "invariant", "a display cannot have items below it (que-1).", "item")
        if item.raw.get("code"):
            yield _fault(item, "invariant", "a display cannot have a code (que-3).", "code")
    if item.type == GROUP and not item.below:
        yield _fault(item, "invariant", "a group needs items below it (que-1).", "item")
    if item.type in (GROUP, DISPLAY) and item.raw.get("initial"):
        yield _fault(item, "invariant", f"a {item.type} cannot have a first answer (que-8).", "initial")


def _of_answers(item: Item) -> Iterator[Issue]:
    if item.options and item.value_set:
        yield _fault(
            item,
            "invariant",
            "it has both answerOption and answerValueSet. Keep one (que-4).",
            "answerOption",
        )
    if item.options and item.type not in _WITH_OPTIONS:
        yield _fault(
            item, "structure", f"a question of type {item.type} cannot have options.", "answerOption"
        )
    if item.value_set and item.type not in CHOICES:
        yield _fault(item, "invariant", "only a choice can have an answerValueSet (que-5).", "answerValueSet")
    if item.options and item.initial:
        yield _fault(
            item,
            "invariant",
            "with options, the first answer is marked by initialSelected (que-11).",
            "initial",
        )
    if len(item.initial) > 1 and not item.repeats:
        yield _fault(
            item, "invariant", "it has several first answers and does not repeat (que-13).", "initial"
        )
    if sum(each.initial for each in item.options) > 1 and not item.repeats:
        yield _fault(
            item,
            "invariant",
            "several options are selected at first and it does not repeat (que-13).",
            "answerOption",
        )
    yield from _of_option_kinds(item)


def _of_option_kinds(item: Item) -> Iterator[Issue]:
    for number, option in enumerate(item.options):
        place = f"answerOption[{number}]"
        wrong = option.value and item.type not in CHOICES and option.value.kind != VALUES.get(item.type)
        if option.value and wrong and item.type in VALUES:
            says = (
                f"an option is a value{option.value.kind} where the question takes value{VALUES[item.type]}."
            )
            yield _fault(item, "value", says, place)
        if option.value and any(
            each.value and same(each.value, option.value) for each in item.options[:number]
        ):
            yield _idle(item, f"the option {shown(option.code)} is there twice.", place)
    kinds = item.kinds if item.asks else frozenset()
    for number, first in enumerate(item.initial):
        if kinds and first.kind not in kinds:
            says = f"the first answer is a value{first.kind}, which cannot answer the type {item.type}."
            yield _fault(item, "value", says, f"initial[{number}]")


def _of_limits(item: Item) -> Iterator[Issue]:
    pairs = (("minLength", item.min_length, item.max_length), ("minOccurs", item.min_occurs, item.max_occurs))
    for name, least, most in pairs:
        if least is not None and most is not None and least > most:
            yield _fault(item, "value", f"{name} {least} is above the most, {most}.")
    if item.max_length is not None and item.max_length < 0:
        yield _fault(item, "value", f"maxLength is {item.max_length}.", "maxLength")
    if item.max_length is not None and item.type in _WITHOUT_LENGTH:
        yield _idle(item, f"maxLength has no effect on the type {item.type} (que-10).", "maxLength")
    if max(item.min_occurs or 0, item.max_occurs or 0) > 1 and not item.repeats:
        yield _idle(item, "minOccurs or maxOccurs is above 1 and it does not repeat.")
    for name, bound in (("least", item.least), ("most", item.most)):
        if bound and bound.value and item.type in VALUES and not _comparable(item, bound.value.kind):
            yield _fault(
                item,
                "value",
                f"the {name} is a value{bound.value.kind}, which the type {item.type} cannot be compared with.",
            )
    yield from _of_pattern(item)


def _comparable(item: Item, kind: str) -> bool:
    alike = ({"Decimal", "Integer"}, {"Date", "DateTime"})
    own = VALUES[item.type]
    return own == kind or any(own in each and kind in each for each in alike)


def _of_pattern(item: Item) -> Iterator[Issue]:
    said = extensions.first(item.raw, extensions.REGEX)
    if said is not None and not isinstance(said, str):
        yield _fault(item, "value", "the regular expression has to be text.")
    try:
        matching.check(item.regex)
    except BadPattern as problem:
        yield _fault(item, "value", f"{shown(item.regex)} is no regular expression: {problem}.")
    except Undecided as problem:
        yield _idle(item, f"its regular expression is not checked: {problem}.")


def _of_condition(item: Item, condition: Condition, questionnaire: Questionnaire) -> Iterator[Issue]:
    asked = questionnaire.by_link_id.get(condition.question)
    subject = f"Item {shown(item.link_id)}: "
    if asked is None:
        says = (
            f"enableWhen names {shown(condition.question)}, which is no item. Name a question by its linkId."
        )
        yield error("not-found", subject + says, f"{condition.place}.question", item.link_id)
    elif asked.type in (GROUP, DISPLAY):
        says = f"enableWhen names {shown(condition.question)}, a {asked.type}, which has no answers."
        yield error("business-rule", subject + says, f"{condition.place}.question", item.link_id)
    if condition.operator not in OPERATORS:
        says = f"the enableWhen operator {shown(condition.operator)} is not known."
        yield error("code-invalid", subject + says, f"{condition.place}.operator", item.link_id)
    elif says := _unfit(condition, asked):
        yield error("business-rule", subject + says, condition.place, item.link_id)


def _unfit(condition: Condition, asked: Item | None) -> str:
    """Why the answer compared with does not fit the question or the operator; nothing where it does."""
    if condition.value is None:
        return ""
    kind = condition.value.kind
    if condition.operator == "exists":
        return "" if kind == "Boolean" else "the operator exists needs answerBoolean (que-7)."
    if asked is None or not asked.kinds:
        return ""
    kinds = {"String" if each == "Uri" else each for each in asked.kinds}  # there is no answerUri
    if kind not in kinds:
        named = " or ".join(f"answer{each}" for each in sorted(kinds))
        return f"it compares the type {asked.type} with answer{kind}. Use {named}."
    if condition.operator not in ("=", "!=") and kind not in _ORDERED:
        return f"{condition.operator} cannot be used on answer{kind}, which has no order."
    return ""


def _of_cycles(questionnaire: Questionnaire) -> Iterator[Issue]:
    for item in questionnaire.order[1]:
        if item.conditions:
            says = "whether it applies depends, in the end, on itself. Break the circle of enableWhen."
            yield _fault(item, "business-rule", says, "enableWhen")
