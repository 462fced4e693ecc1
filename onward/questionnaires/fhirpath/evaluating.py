"""Works an expression out. Every value looked at is a step, and the steps of one check are limited."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from onward.questionnaires.amounts import UCUM
from onward.questionnaires.fhirpath import found, operators
from onward.questionnaires.fhirpath.found import Found, Many, Steps, Trouble
from onward.questionnaires.fhirpath.parsing import Term, parse
from onward.questionnaires.moments import Moment

_COMPARED: dict[str, Callable[[int, int], bool]] = {
    "<": lambda order, nought: order < nought,
    "<=": lambda order, nought: order <= nought,
    ">": lambda order, nought: order > nought,
    ">=": lambda order, nought: order >= nought,
}


@dataclass(frozen=True)
class World:
    """What expressions are told: the time, their variables, the scores of choices, and how much they may look at."""

    now: Moment | None
    steps: Steps
    variable: Callable[[str], Many]
    score: Callable[[Found], Decimal | None] = lambda _: None
    walked: dict[tuple[str, ...], Many] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where in an iteration an expression stands: `$this`, `$index` and `$total`."""

    this: Many
    index: int = 0
    total: Many = field(default_factory=list)


def evaluate(text: str, focus: Many, world: World) -> Many:
    """What the expression finds from here.

    Raises BadExpression, Trouble (it cannot be worked out on these values), Unknown, or TooCostly.
    """
    return run(parse(text), focus, Scope(focus), world)


def run(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    """One term on the values in focus."""
    world.steps.spend(1)
    return _RUNS[term.kind](term, focus, scope, world)


def _chain(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    parts = term.parts
    if parts[0].kind == "variable" and parts[0].text == "resource":
        return _from_resource(parts, scope, world)
    for part in parts:
        focus = run(part, focus, scope, world)
    return focus


def _from_resource(parts: tuple[Term, ...], scope: Scope, world: World) -> Many:
    """Most expressions begin `%resource.item`: how far they go the same way is walked once."""
    focus, path = run(parts[0], [], scope, world), tuple[str, ...]()
    for place, part in enumerate(parts[1:], start=1):
        if part.kind != "member":
            for each in parts[place:]:
                focus = run(each, focus, scope, world)
            return focus
        path = (*path, part.text)
        if path not in world.walked:
            world.walked[path] = run(part, focus, scope, world)
        focus = world.walked[path]
    return focus


def _member(term: Term, focus: Many, _scope: Scope, world: World) -> Many:
    reached = [each for one in focus for each in found.member(one, term.text)]
    world.steps.spend(len(focus) + len(reached))
    return reached


def _called(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    from onward.questionnaires.fhirpath import functions

    world.steps.spend(len(focus))
    return functions.call(term, focus, scope, world)


def _fold(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    first, *rest = term.parts
    left = run(first, focus, scope, world)
    for each in rest:
        left = _operated(each.text, left, lambda each=each: run(each.parts[0], focus, scope, world), world)  # type: ignore[misc]
    return left


def _operated(sign: str, left: Many, right: Callable[[], Many], world: World) -> Many:
    if sign in ("and", "or", "xor", "implies"):
        return _logical(sign, left, right)
    other = right()
    world.steps.spend(len(left) + len(other))
    if sign in _COMPARED:
        return operators.ordered(left, other, _COMPARED[sign])
    if sign in ("in", "contains"):
        one, many = (left, other) if sign == "in" else (other, left)
        return operators.inside(one, many)
    return _EQUAL[sign](left, other) if sign in _EQUAL else operators.calculated(sign, left, other)


def _logical(sign: str, left: Many, right: Callable[[], Many]) -> Many:
    """The second part is not looked at where the first decides: many guard themselves so."""
    first = operators.truth(left)
    if (sign, first) in (("and", False), ("or", True), ("implies", False)):
        return operators.boolean(sign != "and")
    return operators.boolean(operators.logical(sign, first, operators.truth(right())))


def _negated(many: Many) -> Many:
    return [operators.FALSE if each.data else operators.TRUE for each in many]


_EQUAL: dict[str, Callable[[Many, Many], Many]] = {
    "=": operators.equals,
    "!=": lambda left, right: _negated(operators.equals(left, right)),
    "~": operators.equivalent,
    "!~": lambda left, right: _negated(operators.equivalent(left, right)),
    "|": lambda left, right: distinct([*left, *right]),
}


def distinct(many: Many) -> Many:
    kept: Many = []
    seen: set[tuple[str, str]] = set()
    for each in many:
        number = found.number(each)
        key = (
            ("", str(number.normalize()))
            if number is not None
            else (type(each.data).__name__, repr(each.data))
        )
        if key not in seen:
            seen.add(key)
            kept.append(each)
    return kept


def _at(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    many = run(term.parts[0], focus, scope, world)
    place = operators.single(run(term.parts[1], focus, scope, world))
    if place is None:
        return []
    if place.kind != "integer":
        raise Trouble("what stands in [ ] has to be a whole number")
    return many[place.data : place.data + 1] if place.data >= 0 else []


def _sign(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    value = operators.single(run(term.parts[0], focus, scope, world))
    if value is None:
        return []
    number = found.number(value)
    if number is None:
        raise Trouble(f"a {value.kind} has no sign")
    return [found.of_number(-number if term.text == "-" else number)]


def _typed(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    many = run(term.parts[0], focus, scope, world)
    value = operators.single(many)
    if value is None:
        return []
    right = found.is_of(value, term.parts[1].text)
    return operators.boolean(right) if term.text == "is" else many if right else []


def _quantity(term: Term, _focus: Many, _scope: Scope, _world: World) -> Many:
    number, unit = term.text.split(" ", 1)
    return [Found("Quantity", {"value": Decimal(number), "unit": unit, "code": unit, "system": UCUM})]


def _date_time(term: Term, _focus: Many, _scope: Scope, _world: World) -> Many:
    day, has_time, clock = term.text.partition("T")
    if not clock:
        return [Found("dateTime" if has_time else "date", day)]
    return [Found("dateTime", f"{day}T{_whole(clock)}")]


def _whole(clock: str) -> str:
    """A time of day with its minutes and seconds, in UTC where it names no zone."""
    zone_at = next((place for place, letter in enumerate(clock) if letter in "Z+-"), len(clock))
    said, zone = clock[:zone_at], clock[zone_at:]
    return f"{said}{':00' * (2 - said.count(':'))}{zone or 'Z'}"


def _variable(term: Term, _focus: Many, _scope: Scope, world: World) -> Many:
    many = world.variable(term.text)
    world.steps.spend(len(many))
    return many


def _number(term: Term, _focus: Many, _scope: Scope, _world: World) -> Many:
    return [Found("integer", int(term.text)) if term.text.isdigit() else Found("decimal", Decimal(term.text))]


_RUNS: Mapping[str, Callable[[Term, Many, Scope, World], Many]] = {
    "chain": _chain,
    "member": _member,
    "call": _called,
    "fold": _fold,
    "at": _at,
    "sign": _sign,
    "typed": _typed,
    "variable": _variable,
    "this": lambda _term, _focus, scope, _world: scope.this,
    "index": lambda _term, _focus, scope, _world: [Found("integer", scope.index)],
    "total": lambda _term, _focus, scope, _world: scope.total,
    "nothing": lambda _term, _focus, _scope, _world: [],
    "boolean": lambda term, _focus, _scope, _world: operators.boolean(term.text == "true"),
    "number": _number,
    "string": lambda term, _focus, _scope, _world: [Found("string", term.text)],
    "quantity": _quantity,
    "dateTime": _date_time,
    "time": lambda term, _focus, _scope, _world: [Found("time", _whole(term.text).removesuffix("Z"))],
}
