"""Whether an answer is within the limits that the form sets: length, shape, places, least and most, size of a file.

SDC, form behaviour: value constraints. The regular expression has to fit the whole answer.
"""

from collections.abc import Iterator
from decimal import Decimal

from onward.questionnaires import matching, moments, values
from onward.questionnaires.amounts import Amount
from onward.questionnaires.checking import Check, run, wrong
from onward.questionnaires.definition import Bound, Item
from onward.questionnaires.expressions import value_of
from onward.questionnaires.issues import Issue, Wrong, shown, warning
from onward.questionnaires.matching import Undecided
from onward.questionnaires.moments import Moment
from onward.questionnaires.patterns import BadPattern
from onward.questionnaires.responses import Answer, Given
from onward.questionnaires.values import File, Value

_WRITTEN = frozenset({"String", "Uri", "Integer", "Decimal", "Date", "DateTime", "Time"})


def check(told: Check) -> Iterator[Issue]:
    for given, answer, value in told.answered():
        if value.kind in _WRITTEN:
            yield from _of_text(given, answer, value)
        yield from _of_decimal(given, answer, value)
        yield from _of_bounds(told, given, answer, value)
        if isinstance(value.data, File):
            yield from _of_file(given, answer, value.data)


def _of_text(given: Given, answer: Answer, value: Value) -> Iterator[Issue]:
    item, text = given.item, str(value.raw)
    if item.type in ("string", "open-choice") and ("\n" in text or "\r" in text):
        says = (
            f"Item {shown(item.link_id)}: a string is one line. Take the line breaks out, or make it a text."
        )
        yield warning("value", says, answer.place, item.link_id)
    if item.max_length is not None and len(text) > item.max_length:
        says = f"it has {len(text):,} letters; the most is {item.max_length:,}."
        yield wrong(given, answer, "business-rule", says, Wrong.TOO_LONG)
    if item.min_length is not None and len(text) < item.min_length:
        says = f"it has {len(text):,} letters; the least is {item.min_length:,}."
        yield wrong(given, answer, "business-rule", says, Wrong.TOO_SHORT)
    elif item.regex and len(text) <= (item.max_length or len(text)):
        yield from _of_shape(given, answer, item, text)


def _of_shape(given: Given, answer: Answer, item: Item, text: str) -> Iterator[Issue]:
    try:
        fits = matching.full(item.regex, text)
    except BadPattern:
        return
    except Undecided as problem:
        says = f"Item {shown(item.link_id)}: its shape is not checked: {problem}."
        yield warning("too-costly", says, answer.place, item.link_id)
        return
    if not fits:
        example = f" It should look like {item.example}." if item.example else ""
        says = f"{shown(text)} does not have the shape {shown(item.regex)}.{example}"
        yield wrong(given, answer, "value", says, Wrong.NOT_SHAPED_SO)


def _of_decimal(given: Given, answer: Answer, value: Value) -> Iterator[Issue]:
    most = given.item.max_places
    number = value.data.number if isinstance(value.data, Amount) else value.data
    if most is None or not isinstance(number, Decimal):
        return
    exponent = number.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if places > most:
        says = f"it has {places} decimal places; the most is {most}."
        yield wrong(given, answer, "business-rule", says)


def _of_bounds(told: Check, given: Given, answer: Answer, value: Value) -> Iterator[Issue]:
    for bound, sign, word in ((given.item.least, -1, "least"), (given.item.most, 1, "most")):
        if bound is None:
            continue
        limit, issue = _limit(told, given, bound, word)
        if issue:
            yield issue
        if limit is None:
            continue
        order = values.compare(value, limit)
        if order == sign:
            says = f"it is {_words(value)}; the {word} is {_words(limit)}."
            yield wrong(given, answer, "business-rule", says, _kind(value, sign))
        elif order is None and value.kind == "Quantity":
            says = f"{_words(value)} cannot be compared with {_words(limit)}. Use a unit that can be turned into it."
            yield wrong(given, answer, "value", says)


def _limit(told: Check, given: Given, bound: Bound, word: str) -> tuple[Value | None, Issue | None]:
    if bound.expression is None:
        return bound.value, None
    result = run(told, bound.expression, given, f"the {word} that may be answered", bad=True)
    found = value_of(result.found[0], given.item.kind) if result.found else bound.value
    return found, result.issue


def _kind(value: Value, sign: int) -> Wrong:
    if isinstance(value.data, Moment):
        return Wrong.TOO_EARLY if sign < 0 else Wrong.TOO_LATE
    return Wrong.TOO_SMALL if sign < 0 else Wrong.TOO_LARGE


def _words(value: Value) -> str:
    if isinstance(value.data, Moment):
        return moments.text(value.data)
    if isinstance(value.data, Amount):
        return f"{value.data.number} {value.data.unit or value.data.code}".strip()
    return str(value.raw)


def _of_file(given: Given, answer: Answer, file: File) -> Iterator[Issue]:
    item = given.item
    if file.said is not None and file.size is not None and file.said != file.size:
        says = f"it says it has {file.said:,} bytes and has {file.size:,}."
        yield wrong(given, answer, "value", says)
    if item.max_size is not None and file.size is not None and file.size > item.max_size:
        says = f"it has {file.size:,} bytes; the most is {item.max_size:,}. Send a smaller file."
        yield wrong(given, answer, "business-rule", says)
    media = file.media.split(";")[0].strip().lower()
    if item.media and not any(_is_media(media, each.split(";")[0].strip().lower()) for each in item.media):
        says = f"it is {shown(file.media or 'of no named type')}; it may be {', '.join(item.media)}."
        yield wrong(given, answer, "business-rule", says)


def _is_media(media: str, allowed: str) -> bool:
    """Whether it is of this type, or of one like `image/*`."""
    return media.startswith(allowed.rstrip("*")) if allowed.endswith(("/", "/*")) else media == allowed
