"""The functions of FHIRPath on numbers, and those of SDC that add up answers."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from onward.questionnaires.fhirpath import found, operators
from onward.questionnaires.fhirpath.found import Found, Many, Trouble

Function = Callable[[Many, list[Many]], Many]


def _number(many: Many) -> Decimal | None:
    value = operators.single(many)
    if value is None:
        return None
    number = found.number(value)
    if number is None:
        raise Trouble(f"a number was expected, not a {value.kind}")
    return number


def _on(work: Callable[[Decimal], Decimal]) -> Function:
    def function(focus: Many, _arguments: list[Many]) -> Many:
        number = _number(focus)
        try:
            return [] if number is None else [found.of_number(work(number))]
        except ArithmeticError:
            return []

    return function


def _to(rounding: str) -> Function:
    return _on(lambda number: number.to_integral_value(rounding))


def _round(focus: Many, arguments: list[Many]) -> Many:
    places = _number(arguments[0]) if arguments else Decimal()
    number = _number(focus)
    if number is None or places is None or not 0 <= places <= 28:
        return []
    return [found.of_number(number.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP))]


def _with_other(work: Callable[[Decimal, Decimal], Decimal]) -> Function:
    def function(focus: Many, arguments: list[Many]) -> Many:
        first, second = _number(focus), _number(arguments[0]) if arguments else None
        try:
            return [] if first is None or second is None else [found.of_number(work(first, second))]
        except ArithmeticError:
            return []

    return function


def _sum(focus: Many, _arguments: list[Many]) -> Many:
    total: Many = [Found("integer", 0)]
    for place, each in enumerate(focus):
        total = [each] if not place else operators.calculated("+", total, [each])
    return total


def _average(focus: Many, _arguments: list[Many]) -> Many:
    return operators.calculated("/", _sum(focus, []), [Found("integer", len(focus))]) if focus else []


def _most(sign: Callable[[int, int], bool]) -> Function:
    def function(focus: Many, _arguments: list[Many]) -> Many:
        best = focus[:1]
        for each in focus[1:]:
            if operators.truth(operators.ordered([each], best, sign)):
                best = [each]
        return best

    return function


FUNCTIONS: dict[str, Function] = {
    "abs": _on(abs),
    "ceiling": _to(ROUND_CEILING),
    "floor": _to(ROUND_FLOOR),
    "truncate": _to(ROUND_DOWN),
    "round": _round,
    "exp": _on(Decimal.exp),
    "ln": _on(Decimal.ln),
    "sqrt": _on(Decimal.sqrt),
    "log": _with_other(lambda number, base: number.ln() / base.ln()),
    "power": _with_other(lambda number, exponent: number**exponent),
    "sum": _sum,
    "avg": _average,
    "min": _most(lambda order, nought: order < nought),
    "max": _most(lambda order, nought: order > nought),
}
