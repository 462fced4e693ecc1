"""From the text of an expression to a tree of terms, or to the reason why it is none.

fhirpathpy's own `parse` recovers from errors and goes on ("a b c" is "a" to it); here the first error ends it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onward.questionnaires import limits

Tree = dict[str, Any]


class BadExpression(ValueError):
    """It is no FHIRPath that can be run; the message says why."""


@dataclass(frozen=True, slots=True)
class Term:
    """A part of an expression. `kind` says which; `text` is its name, operator or literal."""

    kind: str
    text: str = ""
    parts: tuple["Term", ...] = ()

    def walk(self) -> Iterator["Term"]:
        waiting = [self]
        while waiting:
            term = waiting.pop()
            yield term
            waiting.extend(reversed(term.parts))


@lru_cache(maxsize=1024)
def parse(text: str) -> Term:
    """The tree of an expression; raises BadExpression."""
    if len(text) > limits.EXPRESSION:
        raise BadExpression(f"it has {len(text):,} letters; the most is {limits.EXPRESSION:,}")
    if _brackets(text) > limits.EXPRESSION_DEPTH:
        raise BadExpression(f"it has more than {limits.EXPRESSION_DEPTH} brackets inside each other")
    try:
        term = _term(_grammar(text))
    except RecursionError:
        raise BadExpression("it has too many parts inside each other") from None
    if _depth(term) > limits.EXPRESSION_DEPTH:
        raise BadExpression("it has too many parts inside each other")
    return term


def variables(term: Term) -> frozenset[str]:
    """The names after % in it."""
    return frozenset(each.text for each in term.walk() if each.kind == "variable")


def texts(term: Term) -> frozenset[str]:
    """The texts in quotation marks in it: among them the linkIds that it looks at."""
    return frozenset(each.text for each in term.walk() if each.kind == "string")


def functions(term: Term) -> frozenset[str]:
    return frozenset(each.text for each in term.walk() if each.kind == "call")


def _brackets(text: str) -> int:
    deepest = depth = 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _depth(term: Term) -> int:
    depth, level = 0, [term]
    while level:
        depth, level = depth + 1, [below for each in level for below in each.parts]
    return depth


def _grammar(text: str) -> Tree:
    """The syntax tree of fhirpathpy. Imported here: most forms have no expressions, and the command starts fast."""
    from fhirpathpy import parser as library

    names: Any = library

    class Stop(names.ErrorListener):  # type: ignore[misc]
        def syntaxError(  # noqa: N802 (the library's name)
            self, _on: Any, _symbol: Any, _line: int, column: int, says: str, _problem: Any
        ) -> None:
            raise BadExpression(f"at letter {column + 1}: {says.split(' expecting {')[0]}")

    lexer = names.FHIRPathLexer(names.InputStream(text))
    tokens = names.CommonTokenStream(lexer)
    parser = names.FHIRPathParser(tokens)
    for each in (lexer, parser):
        each.removeErrorListeners()
        each.addErrorListener(Stop())
    found = parser.expression()
    rest = tokens.LT(1)
    if rest.type != names.FHIRPathParser.EOF:
        raise BadExpression(f"at letter {rest.column + 1}: {rest.text!r} was not expected")
    listener = names.ASTPathListener()
    names.ParseTreeWalker().walk(listener, found)
    tree: Tree = listener.parentStack[0]["children"][0]
    return tree


def _term(tree: Tree) -> Term:
    kind, below = tree["type"], tree.get("children", [])
    if kind in ("TermExpression", "InvocationTerm", "LiteralTerm", "ParenthesizedTerm"):
        return _term(below[0]) if below else Term("nothing")
    if kind == "InvocationExpression":
        return _chain(tree)
    if kind.endswith("Expression") and kind in _FOLDED:
        return _fold(tree)
    if kind not in _TERMS:
        raise BadExpression(f"{kind} is not known")
    return _TERMS[kind](tree, below)


def _chain(tree: Tree) -> Term:
    """a.b.c as one row, so that a long one is not a deep one."""
    parts: list[Term] = []
    while tree["type"] == "InvocationExpression":
        parts.append(_term(tree["children"][1]))
        tree = tree["children"][0]
    return Term("chain", "", (_term(tree), *reversed(parts)))


_FOLDED = {
    "UnionExpression", "InequalityExpression", "AdditiveExpression", "MultiplicativeExpression", "EqualityExpression",
    "OrExpression", "AndExpression", "ImpliesExpression", "MembershipExpression",
}  # fmt: skip


def _fold(tree: Tree) -> Term:
    """a + b + c, from the left, as one row: the first part, then each operator with what follows it."""
    parts: list[Term] = []
    while tree["type"] in _FOLDED:
        parts.append(Term("operator", tree["terminalNodeText"][0], (_term(tree["children"][1]),)))
        tree = tree["children"][0]
    return Term("fold", "", (_term(tree), *reversed(parts)))


def _name(tree: Tree) -> str:
    return str(tree["terminalNodeText"][0]).strip("`")


def _called(_tree: Tree, below: list[Tree]) -> Term:
    name, *rest = below[0]["children"]
    return Term(
        "call", _name(name), tuple(_term(each) for each in (rest[0].get("children", []) if rest else []))
    )


def _variable(_tree: Tree, below: list[Tree]) -> Term:
    inside = below[0]
    named = inside.get("children")
    return Term("variable", _name(named[0]) if named else _string(inside["terminalNodeText"][1]))


def _quantity(_tree: Tree, below: list[Tree]) -> Term:
    number, unit = below[0], below[0]["children"][0]
    words = unit["terminalNodeText"] or unit["children"][0]["terminalNodeText"]
    return Term("quantity", f"{number['terminalNodeText'][0]} {words[0].strip(chr(39))}")


def _string(text: str) -> str:
    """Without its quotation marks, and with its escapes read."""
    plain, letters = [], iter(text[1:-1])
    for letter in letters:
        if letter != "\\":
            plain.append(letter)
            continue
        escaped = next(letters, "")
        if escaped == "u":
            plain.append(chr(int("".join(next(letters, "0") for _ in range(4)), 16)))
        else:
            plain.append({"n": "\n", "t": "\t", "r": "\r", "f": "\f"}.get(escaped, escaped))
    return "".join(plain)


def _typed(tree: Tree, below: list[Tree]) -> Term:
    return Term("typed", tree["terminalNodeText"][0], (_term(below[0]), Term("type", below[1]["text"])))


_TERMS: dict[str, Callable[[Tree, list[Tree]], Term]] = {
    "MemberInvocation": lambda _tree, below: Term("member", _name(below[0])),
    "FunctionInvocation": _called,
    "ThisInvocation": lambda _tree, _below: Term("this"),
    "IndexInvocation": lambda _tree, _below: Term("index"),
    "TotalInvocation": lambda _tree, _below: Term("total"),
    "ExternalConstantTerm": _variable,
    "IndexerExpression": lambda _tree, below: Term("at", "", (_term(below[0]), _term(below[1]))),
    "PolarityExpression": lambda tree, below: Term("sign", tree["terminalNodeText"][0], (_term(below[0]),)),
    "TypeExpression": _typed,
    "NullLiteral": lambda _tree, _below: Term("nothing"),
    "BooleanLiteral": lambda tree, _below: Term("boolean", tree["text"]),
    "NumberLiteral": lambda tree, _below: Term("number", tree["text"]),
    "StringLiteral": lambda tree, _below: Term("string", _string(tree["text"])),
    "QuantityLiteral": _quantity,
    "DateTimeLiteral": lambda tree, _below: Term("dateTime", tree["text"][1:]),
    "TimeLiteral": lambda tree, _below: Term("time", tree["text"][2:]),
}
