"""The functions of FHIRPath on texts."""

from collections.abc import Callable

from onward.questionnaires import limits, matching
from onward.questionnaires.fhirpath import found, operators
from onward.questionnaires.fhirpath.found import Found, Many, Trouble
from onward.questionnaires.matching import Undecided
from onward.questionnaires.patterns import BadPattern

Function = Callable[[Many, list[Many]], Many]


def text(many: Many) -> str | None:
    value = operators.single(many)
    if value is not None and not isinstance(value.data, str):
        raise Trouble(f"a text was expected, not a {value.kind}")
    return value.data if value else None


def _texts(values: list[str]) -> Many:
    if sum(len(each) for each in values) > limits.STRING:
        raise found.TooCostly
    return [Found("string", each) for each in values]


def _one(work: Callable[[str], Many]) -> Function:
    def function(focus: Many, _arguments: list[Many]) -> Many:
        own = text(focus)
        return [] if own is None else work(own)

    return function


def _two(work: Callable[[str, str], Many]) -> Function:
    def function(focus: Many, arguments: list[Many]) -> Many:
        own, other = text(focus), text(arguments[0]) if arguments else None
        return [] if own is None or other is None else work(own, other)

    return function


def _matched(test: Callable[[str, str], bool]) -> Function:
    def work(own: str, pattern: str) -> Many:
        try:
            return operators.boolean(test(pattern, own))
        except BadPattern as problem:
            raise Trouble(f"the pattern is no regular expression: {problem}") from None
        except Undecided:
            raise found.TooCostly from None

    return _two(work)


def _substring(focus: Many, arguments: list[Many]) -> Many:
    own, numbers = text(focus), [operators.single(each) for each in arguments]
    if own is None or not numbers or any(each is None or each.kind != "integer" for each in numbers):
        return []
    start = numbers[0].data if numbers[0] else 0
    if not 0 <= start < len(own):
        return []
    return _texts(
        [own[start : start + max(0, numbers[1].data)] if len(numbers) > 1 and numbers[1] else own[start:]]
    )


def _replace(focus: Many, arguments: list[Many]) -> Many:
    own, (old, new) = (
        text(focus),
        [text(each) for each in arguments[:2]] if len(arguments) > 1 else [None, None],
    )
    if own is None or old is None or new is None:
        return []
    if len(own) * (len(new) + 1) > limits.STRING:
        raise found.TooCostly
    return _texts([own.replace(old, new)])


def _replace_matches(focus: Many, arguments: list[Many]) -> Many:
    own, (pattern, new) = (
        text(focus),
        [text(each) for each in arguments[:2]] if len(arguments) > 1 else [None, None],
    )
    if own is None or pattern is None or new is None:
        return []
    try:
        return _texts([matching.plain(pattern, own).sub(_backslashed(new), own)])
    except (BadPattern, IndexError, ValueError) as problem:
        raise Trouble(f"the pattern cannot be used: {problem}") from None
    except Undecided:
        raise found.TooCostly from None


def _backslashed(new: str) -> str:
    """$1, as FHIRPath writes it, for Python's \\1."""
    parts = new.replace("\\", "\\\\").split("$")
    return parts[0] + "".join(f"\\{each}" if each[:1].isdigit() else f"${each}" for each in parts[1:])


def _join(focus: Many, arguments: list[Many]) -> Many:
    separator = (text(arguments[0]) if arguments else "") or ""
    return _texts([separator.join(text([each]) or "" for each in focus)])


FUNCTIONS: dict[str, Function] = {
    "length": _one(lambda own: [Found("integer", len(own))]),
    "upper": _one(lambda own: _texts([own.upper()])),
    "lower": _one(lambda own: _texts([own.lower()])),
    "trim": _one(lambda own: _texts([own.strip()])),
    "toChars": _one(lambda own: _texts(list(own))),
    "indexOf": _two(lambda own, other: [Found("integer", own.find(other))]),
    "startsWith": _two(lambda own, other: operators.boolean(own.startswith(other))),
    "endsWith": _two(lambda own, other: operators.boolean(own.endswith(other))),
    "contains": _two(lambda own, other: operators.boolean(other in own)),
    "split": _two(lambda own, other: _texts(own.split(other) if other else list(own))),
    "matches": _matched(matching.part),
    "matchesFull": _matched(matching.full),
    "substring": _substring,
    "replace": _replace,
    "replaceMatches": _replace_matches,
    "join": _join,
}
