"""The functions of FHIRPath that take expressions, or work on collections; those on texts and numbers are beside."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from onward.questionnaires import moments
from onward.questionnaires.fhirpath import converting, found, numbers, operators, texts
from onward.questionnaires.fhirpath.evaluating import Scope, World, distinct, run
from onward.questionnaires.fhirpath.found import Found, Many, Trouble, Unknown
from onward.questionnaires.fhirpath.parsing import Term

Macro = Callable[[tuple[Term, ...], Many, Scope, World], Many]
Plain = Callable[[Many, World], Many]
# They ask other systems.
ELSEWHERE = frozenset(
    {"resolve", "memberOf", "conformsTo", "subsumes", "subsumedBy", "htmlChecks", "checkModifiers"}
)


def call(term: Term, focus: Many, scope: Scope, world: World) -> Many:
    """The function named by the term, on the values in focus."""
    name, arguments = term.text, term.parts
    if name in ELSEWHERE:
        raise Unknown(f"{name}() asks other systems, which are not asked here")
    if name in _MACROS:
        return _MACROS[name](arguments, focus, scope, world)
    if name in _PLAIN and not arguments:
        return _PLAIN[name](focus, world)
    values = [run(each, scope.this, scope, world) for each in arguments]
    world.steps.spend(sum(len(each) for each in values))
    for functions in (texts.FUNCTIONS, numbers.FUNCTIONS, converting.FUNCTIONS):
        if name in functions:
            return functions[name](focus, values)
    raise Trouble(f"the function {name}() is not known with {len(arguments)} arguments")


def known(name: str) -> bool:
    return any(
        name in each
        for each in (_MACROS, _PLAIN, texts.FUNCTIONS, numbers.FUNCTIONS, converting.FUNCTIONS, ELSEWHERE)
    )


def _each(criteria: Term, focus: Many, world: World) -> Iterator[tuple[Found, Many]]:
    """Each value with what the expression finds on it."""
    for index, one in enumerate(focus):
        yield one, run(criteria, [one], Scope([one], index), world)


def _where(arguments: tuple[Term, ...], focus: Many, _scope: Scope, world: World) -> Many:
    if looked_for := _one_text(arguments[0]):
        world.steps.spend(len(focus))
        return _with(*looked_for, focus)
    return [one for one, result in _each(arguments[0], focus, world) if operators.truth(result)]


def _one_text(criteria: Term) -> tuple[str, Found] | None:
    """The name and the text of `linkId = 'a'`, which is what most forms look for, and often."""
    match criteria:
        case Term("fold", _, (Term("member", name), Term("operator", "=", (Term("string", text),)))):
            return name, Found("string", text)
    return None


def _with(name: str, text: Found, focus: Many) -> Many:
    """Those that have this text under this name."""
    return [one for one in focus if operators.truth(operators.equals(found.member(one, name), [text]))]


def _exists(arguments: tuple[Term, ...], focus: Many, scope: Scope, world: World) -> Many:
    return operators.boolean(bool(_where(arguments, focus, scope, world) if arguments else focus))


def _all(arguments: tuple[Term, ...], focus: Many, _scope: Scope, world: World) -> Many:
    return operators.boolean(all(operators.truth(result) for _, result in _each(arguments[0], focus, world)))


def _select(arguments: tuple[Term, ...], focus: Many, _scope: Scope, world: World) -> Many:
    return [each for _, result in _each(arguments[0], focus, world) for each in result]


def _repeat(arguments: tuple[Term, ...], focus: Many, _scope: Scope, world: World) -> Many:
    """Again on what was found, until nothing new comes. New is another element, though it may say the same."""
    kept: Many = []
    seen: set[int] = set()
    level = focus
    while level:
        reached = [each for _, result in _each(arguments[0], level, world) for each in result]
        level = [each for each in reached if _is_new(each, seen)]
        kept.extend(level)
    return kept


def _is_new(each: Found, seen: set[int]) -> bool:
    key = id(each.data) if isinstance(each.data, dict) else hash((each.kind, each.data))
    if key in seen:
        return False
    seen.add(key)
    return True


def _iif(arguments: tuple[Term, ...], focus: Many, scope: Scope, world: World) -> Many:
    inside = replace(scope, this=focus)
    if operators.truth(run(arguments[0], focus, inside, world)):
        return run(arguments[1], focus, inside, world)
    return run(arguments[2], focus, inside, world) if len(arguments) > 2 else []


def _aggregate(arguments: tuple[Term, ...], focus: Many, scope: Scope, world: World) -> Many:
    total = run(arguments[1], scope.this, scope, world) if len(arguments) > 1 else []
    for index, one in enumerate(focus):
        total = run(arguments[0], [one], Scope([one], index, total), world)
    return total


def _of_type(arguments: tuple[Term, ...], focus: Many, _scope: Scope, _world: World) -> Many:
    return [each for each in focus if found.is_of(each, _type_name(arguments[0]))]


def _is(arguments: tuple[Term, ...], focus: Many, _scope: Scope, _world: World) -> Many:
    value = operators.single(focus)
    return operators.boolean(found.is_of(value, _type_name(arguments[0]))) if value else []


def _type_name(term: Term) -> str:
    return ".".join(each.text for each in term.walk() if each.kind == "member")


def _beside(test: Callable[[Many, Many], Many]) -> Macro:
    """A function with another collection."""

    def macro(arguments: tuple[Term, ...], focus: Many, scope: Scope, world: World) -> Many:
        other = run(arguments[0], scope.this, scope, world)
        world.steps.spend(len(focus) + len(other))
        return test(focus, other)

    return macro


def _within(one: Found, many: Many) -> bool:
    return any(operators.equal(one, each) for each in many)


def _all_within(focus: Many, other: Many) -> Many:
    return operators.boolean(all(_within(each, other) for each in focus))


def _taken(from_start: bool) -> Macro:
    def macro(arguments: tuple[Term, ...], focus: Many, scope: Scope, world: World) -> Many:
        value = operators.single(run(arguments[0], scope.this, scope, world))
        count = max(0, value.data) if value and value.kind == "integer" else 0
        return focus[:count] if from_start else focus[count:]

    return macro


def _extension(arguments: tuple[Term, ...], focus: Many, scope: Scope, world: World) -> Many:
    url = operators.single(run(arguments[0], scope.this, scope, world))
    reached = [each for one in focus for each in found.member(one, "extension")]
    return [
        each for each in reached if url and isinstance(each.data, dict) and each.data.get("url") == url.data
    ]


def _trace(_arguments: tuple[Term, ...], focus: Many, _scope: Scope, _world: World) -> Many:
    return focus


def _needs(least: int, most: int, macro: Macro) -> Macro:
    def checked(arguments: tuple[Term, ...], focus: Many, scope: Scope, world: World) -> Many:
        if not least <= len(arguments) <= most:
            raise Trouble(f"a function has {len(arguments)} arguments where it takes {least}")
        return macro(arguments, focus, scope, world)

    return checked


def _descendants(focus: Many, world: World) -> Many:
    kept: Many = []
    level = focus
    while level:
        level = [below for each in level for below in found.children(each)]
        world.steps.spend(len(level))
        kept.extend(level)
    return kept


def _answers(focus: Many, world: World) -> Many:
    """The value of every answer beneath (SDC)."""
    below = [*focus, *_descendants(focus, world)]
    given = [each for one in below for each in found.member(one, "answer")]
    return [value for each in given for value in found.member(each, "value")]


def _scores(focus: Many, world: World) -> Many:
    """The score of each choice: its own, or that of the option it is (SDC ordinal(), FHIR weight())."""
    scores = [world.score(each) for each in focus]
    return [found.of_number(each) for each in scores if each is not None]


def _not(focus: Many, _world: World) -> Many:
    value = operators.truth(focus)
    return operators.boolean(None if value is None else not value)


def _booleans(test: Callable[[Iterator[bool]], bool], wanted: bool) -> Plain:
    return lambda focus, _world: operators.boolean(test(each.data is wanted for each in focus))


def _single(focus: Many, _world: World) -> Many:
    value = operators.single(focus)
    return [value] if value else []


def _time(part: slice | None) -> Plain:
    def plain(_focus: Many, world: World) -> Many:
        if world.now is None:
            raise Unknown("the date is not told here")
        if part is None:
            return [found.of_moment(world.now)]
        kind = "date" if part.start is None else "time"
        return [found.of_moment(moments.Moment(kind, world.now.parts[part]))]

    return plain


_MACROS: dict[str, Macro] = {
    "where": _needs(1, 1, _where),
    "exists": _needs(0, 1, _exists),
    "all": _needs(1, 1, _all),
    "select": _needs(1, 1, _select),
    "repeat": _needs(1, 1, _repeat),
    "iif": _needs(2, 3, _iif),
    "aggregate": _needs(1, 2, _aggregate),
    "ofType": _needs(1, 1, _of_type),
    "as": _needs(1, 1, _of_type),
    "is": _needs(1, 1, _is),
    "union": _needs(1, 1, _beside(lambda focus, other: distinct([*focus, *other]))),
    "combine": _needs(1, 1, _beside(lambda focus, other: [*focus, *other])),
    "intersect": _needs(1, 1, _beside(lambda focus, other: distinct([each for each in focus if _within(each, other)]))),
    "exclude": _needs(1, 1, _beside(lambda focus, other: [each for each in focus if not _within(each, other)])),
    "subsetOf": _needs(1, 1, _beside(_all_within)),
    "supersetOf": _needs(1, 1, _beside(lambda focus, other: _all_within(other, focus))),
    "take": _needs(1, 1, _taken(True)),
    "skip": _needs(1, 1, _taken(False)),
    "extension": _needs(1, 1, _extension),
    "trace": _needs(1, 2, _trace),
}  # fmt: skip
_PLAIN: dict[str, Plain] = {
    "empty": lambda focus, _world: operators.boolean(not focus),
    "count": lambda focus, _world: [Found("integer", len(focus))],
    "not": _not,
    "first": lambda focus, _world: focus[:1],
    "last": lambda focus, _world: focus[-1:],
    "tail": lambda focus, _world: focus[1:],
    "single": _single,
    "distinct": lambda focus, _world: distinct(focus),
    "isDistinct": lambda focus, _world: operators.boolean(len(distinct(focus)) == len(focus)),
    "allTrue": _booleans(all, True),
    "anyTrue": _booleans(any, True),
    "allFalse": _booleans(all, False),
    "anyFalse": _booleans(any, False),
    "children": lambda focus, _world: [below for each in focus for below in found.children(each)],
    "descendants": _descendants,
    "answers": _answers,
    "ordinal": _scores,
    "weight": _scores,
    "hasValue": lambda focus, _world: operators.boolean(
        len(focus) == 1 and not isinstance(focus[0].data, dict)
    ),
    "getValue": lambda focus, _world: (
        focus if len(focus) == 1 and not isinstance(focus[0].data, dict) else []
    ),
    "today": _time(slice(None, 3)),
    "now": _time(None),
    "timeOfDay": _time(slice(3, None)),
}
