"""Reads a council's file of changes. Everything in it is text: `no` is the word no, and 2026-11-21 what was typed.

Nothing that can be typed raises: what is not understood is a finding with its line.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from onward.policy.overrides.changes import ANSWERS, BY_OPTION, KINDS, LIST, PROPERTIES, Change, Override
from onward.policy.overrides.findings import Finding, listed

MOST_LETTERS, MOST_DEPTH = 200_000, 10
_VERSION = re.compile(r"[A-Za-z0-9-]{1,20}", re.ASCII)
_TOP = ("since", "version", "changes")


def read(text: str) -> tuple[Override | None, list[Finding]]:
    """The changes in the text, and what could not be understood; None where there is nothing to go by."""
    try:
        root = _composed(text)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        return None, [
            Finding(f"this is not YAML ({problem.problem}). Look at the spaces and colons here.", line)
        ]
    except (yaml.YAMLError, ValueError) as problem:
        return None, [Finding(f"this cannot be read: {problem}")]
    if not isinstance(root, yaml.MappingNode):
        return None, [Finding("begin the file with `since:`, `version:` and `changes:`.")]
    return _override(root)


def _composed(text: str) -> yaml.Node | None:
    if len(text) > MOST_LETTERS:
        raise ValueError(f"it has {len(text):,} letters; the most is {MOST_LETTERS:,}.")
    depth = 0
    for each in yaml.parse(text, yaml.SafeLoader):  # one by one: what is too deep is never read to its end
        if isinstance(each, yaml.AliasEvent):
            raise ValueError("it refers to another part of itself with `*`. Write it out instead.")
        depth += isinstance(each, yaml.CollectionStartEvent) - isinstance(each, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise ValueError(f"it has more than {MOST_DEPTH} lists inside each other.")
    return yaml.compose(text, yaml.SafeLoader)


def _override(root: yaml.MappingNode) -> tuple[Override | None, list[Finding]]:
    found: list[Finding] = []
    nodes = _members(root, found)
    found += [
        Finding(f"`{key}` is not understood. A file has {listed(_TOP)}.", _line(node))
        for key, node in nodes.items()
        if key not in _TOP
    ]
    since, version = _since(nodes, found), _version(nodes, found)
    changes = tuple(_changes(nodes.get("changes"), found))
    if since is None or not version:
        return None, found
    return Override(version, since, changes), found


def _since(nodes: dict[str, yaml.Node], found: list[Finding]) -> date | None:
    said = _words(nodes.get("since"))
    try:
        return date.fromisoformat(said)
    except ValueError:
        says = f"`since` is “{said}”. Write the first day as year, month and day: since: 2026-11-21."
        found.append(Finding(says, _line(nodes.get("since"))))
        return None


def _version(nodes: dict[str, yaml.Node], found: list[Finding]) -> str:
    said = _words(nodes.get("version"))
    if _VERSION.fullmatch(said):
        return said
    says = f"`version` is “{said}”. Count: version: 1, then 2, and so on."
    found.append(Finding(says, _line(nodes.get("version"))))
    return ""


def _changes(node: yaml.Node | None, found: list[Finding]) -> Iterator[Change]:
    if not isinstance(node, yaml.SequenceNode):
        found.append(Finding("`changes` has to be a list: begin each change with a dash.", _line(node)))
        return
    for each in node.value:
        change = _change(each, found)
        if change:
            yield change


def _change(node: yaml.Node, found: list[Finding]) -> Change | None:
    if not isinstance(node, yaml.MappingNode):
        found.append(Finding(f"a change begins with one of {listed(tuple(KINDS))}.", _line(node)))
        return None
    nodes = _members(node, found)
    kinds = [key for key in nodes if key in KINDS]
    if len(kinds) != 1:
        said = "says two things at once" if kinds else f"begins with none of {listed(tuple(KINDS))}"
        found.append(Finding(f"this change {said}. Give each change its own dash.", _line(node)))
        return None
    kind, target = kinds[0], _words(nodes[kinds[0]])
    if not target:
        found.append(Finding(f"`{kind}` of what? Name it on the same line.", _line(node)))
        return None
    given = {
        key: value
        for key, each in nodes.items()
        if key != kind and (value := _property(kind, key, each, found)) is not None
    }
    return Change(kind, target, given, _line(node))


def _property(kind: str, key: str, node: yaml.Node, found: list[Finding]) -> Any:
    if key not in KINDS[kind]:
        found.append(Finding(f"{_not_understood(kind, key)} It takes {listed(KINDS[kind])}.", _line(node)))
        return None
    shape, value = PROPERTIES[key], _value(node, found)
    if not _fits(shape, value):
        found.append(Finding(f"`{key}` has to be {shape}.", _line(node)))
        return None
    return value


def _not_understood(kind: str, key: str) -> str:
    if (kind, key) == ("reword", "type"):
        return (
            "the type of a question cannot be changed: answers that were given would not fit it. Hide the question "
            "and add one of your own."
        )
    return f"`{key}` is not understood in `{kind}`."


def _fits(shape: str, value: Any) -> bool:
    if shape == LIST:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if shape == BY_OPTION:
        return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    if shape == ANSWERS:
        return isinstance(value, dict) and all(
            isinstance(each, str) or _fits(LIST, each) for each in value.values()
        )
    return isinstance(value, str)


def _value(node: yaml.Node, found: list[Finding]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key: _value(each, found) for key, each in _members(node, found).items()}
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, found) for each in node.value]
    return _words(node)


def _members(node: yaml.MappingNode, found: list[Finding]) -> dict[str, yaml.Node]:
    members: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = _words(key)
        if name in members:
            found.append(Finding(f"`{name}` is there twice. Keep one.", _line(key)))
        members[name] = value
    return members


def _words(node: yaml.Node | None) -> str:
    return " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""


def _line(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node else 1
