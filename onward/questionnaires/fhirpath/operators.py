"""The operators of FHIRPath: nothing (an empty collection) stays nothing, and what cannot be compared says so."""

import operator
from collections.abc import Callable
from decimal import Decimal

from onward.questionnaires import amounts, limits, moments
from onward.questionnaires.fhirpath import found
from onward.questionnaires.fhirpath.found import DATES, Found, Many, Trouble

TRUE, FALSE = Found("boolean", True), Found("boolean", False)
# Each unit of time as months, days or seconds (FHIRPath, time-valued quantities).
_UNITS = {
    "year": ("month", 12), "a": ("month", 12), "month": ("month", 1), "mo": ("month", 1), "week": ("day", 7),
    "wk": ("day", 7), "day": ("day", 1), "d": ("day", 1), "hour": ("second", 3600), "h": ("second", 3600),
    "minute": ("second", 60), "min": ("second", 60), "second": ("second", 1), "s": ("second", 1),
}  # fmt: skip


def boolean(value: bool | None) -> Many:
    return [] if value is None else [TRUE if value else FALSE]


def truth(many: Many) -> bool | None:
    """A condition: one boolean is itself, one of anything else is true, nothing is unknown."""
    if not many:
        return None
    if len(many) > 1:
        raise Trouble(f"one value was expected where there are {len(many)}")
    return many[0].data if isinstance(many[0].data, bool) else True


def single(many: Many) -> Found | None:
    if len(many) > 1:
        raise Trouble(f"one value was expected where there are {len(many)}")
    return many[0] if many else None


def equal(one: Found, other: Found) -> bool | None:
    """FHIRPath `=` on two values; None where dates agree as far as both were said."""
    if one.kind in DATES or other.kind in DATES:
        first, second = found.moment(one), found.moment(other)
        if first and second:
            order = moments.compare(first, second)
            return None if order is None else order == 0
        return False
    if (left := found.number(one)) is not None and (right := found.number(other)) is not None:
        return left == right
    if (
        "Quantity" in (one.kind, other.kind)
        and (first_amount := found.amount(one))
        and (second_amount := found.amount(other))
    ):
        return amounts.compare(first_amount, second_amount) == 0
    return type(one.data) is type(other.data) and bool(one.data == other.data)


def equals(left: Many, right: Many) -> Many:
    if not left or not right:
        return []
    if len(left) != len(right):
        return [FALSE]
    results = [equal(one, other) for one, other in zip(left, right, strict=True)]
    return boolean(False if False in results else None if None in results else True)


def equivalent(left: Many, right: Many) -> Many:
    """FHIRPath `~`: order and letter case do not matter, and nothing is equivalent to nothing."""
    if len(left) != len(right):
        return [FALSE]
    rest = list(right)
    for one in left:
        match = next((each for each in rest if _alike(one, each)), None)
        if match is None:
            return [FALSE]
        rest.remove(match)
    return [TRUE]


def _alike(one: Found, other: Found) -> bool:
    if isinstance(one.data, str) and isinstance(other.data, str) and one.kind not in DATES:
        return " ".join(one.data.casefold().split()) == " ".join(other.data.casefold().split())
    return equal(one, other) is True


def inside(one: Many, many: Many) -> Many:
    value = single(one)
    return [] if value is None else boolean(any(equal(value, each) for each in many))


def ordered(left: Many, right: Many, test: Callable[[int, int], bool]) -> Many:
    one, other = single(left), single(right)
    if one is None or other is None:
        return []
    order = _order(one, other)
    return [] if order is None else boolean(test(order, 0))


def _order(one: Found, other: Found) -> int | None:
    first, second = found.moment(one), found.moment(other)
    if first and second and (one.kind in DATES or other.kind in DATES):
        return moments.compare(first, second)
    left, right = found.amount(one), found.amount(other)
    if left and right:
        return amounts.compare(left, right)
    if isinstance(one.data, str) and isinstance(other.data, str):
        return (one.data > other.data) - (one.data < other.data)
    raise Trouble(f"a {one.kind} cannot be compared with a {other.kind}")


def calculated(sign: str, left: Many, right: Many) -> Many:
    if sign == "&":
        texts = [single(each) for each in (left, right)]
        return _joined("".join(_text(each) for each in texts if each))
    one, other = single(left), single(right)
    if one is None or other is None:
        return []
    if sign == "+" and isinstance(one.data, str) and isinstance(other.data, str):
        return _joined(one.data + other.data)
    if (
        one.kind in (*DATES, "string")
        and (when := found.moment(one))
        and sign in "+-"
        and (length := found.amount(other))
    ):
        return _later(when, length, -1 if sign == "-" else 1)
    first, second = found.number(one), found.number(other)
    if first is None or second is None:
        return _of_amounts(sign, one, other)
    return _arithmetic(sign, first, second)


def _text(each: Found) -> str:
    if not isinstance(each.data, str):
        raise Trouble(f"& joins texts, not a {each.kind}")
    return each.data


def _joined(text: str) -> Many:
    if len(text) > limits.STRING:
        raise found.TooCostly
    return [Found("string", text)]


def _arithmetic(sign: str, first: Decimal, second: Decimal) -> Many:
    if sign in ("/", "div", "mod") and not second:
        return []
    sums: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
        "div": operator.floordiv,
        "mod": operator.mod,
    }
    try:
        return [found.of_number(sums[sign](first, second))]
    except ArithmeticError:
        raise Trouble("a number in it is beyond what can be worked out") from None


def _of_amounts(sign: str, one: Found, other: Found) -> Many:
    """Quantities of one unit can be added; a quantity can be multiplied by a number."""
    first, second = found.amount(one), found.amount(other)
    if not first or not second or first.number is None or second.number is None:
        raise Trouble(f"a {one.kind} {sign} a {other.kind} means nothing")
    holder = one if isinstance(one.data, dict) else other
    alike = (first.code or first.unit) == (second.code or second.unit)
    if sign in "+-" and not alike:
        raise Trouble("quantities of different units cannot be added")
    result = _arithmetic(sign, first.number, second.number)
    return [Found("Quantity", {**holder.data, "value": result[0].data})] if result else []


def _later(when: moments.Moment, length: amounts.Amount, sign: int) -> Many:
    unit, size = _UNITS.get((length.code or length.unit).removesuffix("s") or "s", ("", 0))
    if not unit or length.number is None or abs(length.number) > 10**9:
        raise Trouble(f"{length.unit or length.code or 'a number'} is no length of time")
    later = moments.plus(when, sign * size * int(length.number), unit)
    return [found.of_moment(later)] if later else []


def logical(sign: str, left: bool | None, right: bool | None) -> bool | None:
    """and, or, xor, implies on true, false and unknown."""
    if sign == "implies":
        return logical("or", None if left is None else not left, right)
    if sign == "and":
        return False if False in (left, right) else None if None in (left, right) else True
    if sign == "or":
        return True if True in (left, right) else None if None in (left, right) else False
    return None if left is None or right is None else left is not right
