"""Whether a document holds to Open Referral UK 3.0: every problem is a sentence that says where."""

from collections.abc import Iterator, Mapping
from typing import Any

from onward.directory.oruk.older import is_older
from onward.directory.oruk.rules import RULES, Rule

NUMBERS = ("total_items", "total_pages", "page_number", "size")
FLAGS = ("first_page", "last_page", "empty")
LONGEST_SAID = 60


def check(kind: str, document: Any, where: str) -> Iterator[str]:
    """What is wrong with an object of this kind (`service`, `taxonomy_term` …), and with all that is nested in it."""
    if not isinstance(document, Mapping):
        yield f"{where} should be an object, and is {_said(document)}."
        return
    if kind == "service" and is_older(document):
        yield f"{where} is in the form of a version before 3. It can be loaded; ask its publisher for version 3."
        return
    rule = RULES[kind]
    yield from _needed(rule, document, where)
    yield from _fields(rule, document, where)
    for name, inner in rule.objects.items():
        if document.get(name) is not None:
            yield from check(inner, document[name], f"{where}, {name}")
    for name, inner in rule.lists.items():
        yield from _list(inner, document.get(name), f"{where}, {name}")


def check_page(kind: str, page: Any, where: str) -> Iterator[str]:
    """What is wrong with one page of a list, its envelope first."""
    if not isinstance(page, Mapping):
        yield f"{where} should be a page with `contents`, and is {_said(page)}."
        return
    for name in NUMBERS:
        if not isinstance(page.get(name), int) or isinstance(page.get(name), bool):
            yield f"{where}: {name} should be a whole number, and is {_said(page.get(name))}."
    for name in FLAGS:
        if not isinstance(page.get(name), bool):
            yield f"{where}: {name} should be true or false, and is {_said(page.get(name))}."
    contents = page.get("contents")
    if not isinstance(contents, list):
        yield f"{where}: contents should be a list, and is {_said(contents)}."
        return
    yield from _sizes(page, contents, where)
    yield from _list(kind, contents, where)


def _sizes(page: Mapping[str, Any], contents: list[Any], where: str) -> Iterator[str]:
    if page.get("size") != len(contents):
        yield f"{where}: size says {_said(page.get('size'))}, and there are {len(contents)}."
    if page.get("empty") is not (not contents):
        yield f"{where}: empty says {_said(page.get('empty'))}, and there are {len(contents)}."


def _needed(rule: Rule, document: Mapping[str, Any], where: str) -> Iterator[str]:
    for name in rule.needed:
        if document.get(name) in (None, ""):
            yield f"{where} has no {name}, which is needed."


def _fields(rule: Rule, document: Mapping[str, Any], where: str) -> Iterator[str]:
    for name, rule_of_field in rule.fields.items():
        if name not in document or (name in rule.needed and document[name] in (None, "")):
            continue
        if document[name] is None or document[name] == "":
            yield f"{where}: {name} is empty. Leave it out."
        elif wanted := rule_of_field(document[name]):
            yield f"{where}: {name} should be {wanted}, and is {_said(document[name])}."


def _list(kind: str, several: Any, where: str) -> Iterator[str]:
    if several is None:
        return
    if not isinstance(several, list):
        yield f"{where} should be a list, and is {_said(several)}."
        return
    for number, each in enumerate(several, start=1):
        yield from check(kind, each, f"{where} {number}")


def _said(value: Any) -> str:
    if value is None:
        return "missing"
    if isinstance(value, Mapping | list):
        return "an object" if isinstance(value, Mapping) else "a list"
    return repr(value)[:LONGEST_SAID]
