"""A FHIR resource as text that is always the same for the same content, and the digest that names it.

Properties in the order of their names and no space between them (as RFC 8785); decimals keep their digits, because in
FHIR 1.10 says more than 1.1. What a server adds to a resource, its `id` and `meta`, is no part of its content.
"""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_SERVERS_OWN = frozenset({"id", "meta"})


def text(value: Any) -> str:
    """The canonical JSON of a value."""
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except TypeError:  # decimals, which Python's own writer would turn into floats
        return "".join(_pieces(value, "", sort=True))


def readable(value: Any) -> str:
    """The same for people: in the order of the file, two spaces a level."""
    return "".join(_pieces(value, "\n", sort=False)) + "\n"


def content(resource: Mapping[str, Any]) -> dict[str, Any]:
    """The resource without what a server adds."""
    return {key: value for key, value in resource.items() if key not in _SERVERS_OWN}


def digest(resource: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical content, in hexadecimal."""
    return hashlib.sha256(text(content(resource)).encode()).hexdigest()


def _pieces(value: Any, line: str, *, sort: bool) -> list[str]:
    """`line` is what begins a line at this depth, or nothing where all is in one."""
    deeper = f"{line}  " if line else ""
    if isinstance(value, Mapping) and value:
        colon = ": " if line else ":"
        keys = sorted(value) if sort else list(value)
        members = [[_plain(key), colon, *_pieces(value[key], deeper, sort=sort)] for key in keys]
        return ["{", *_joined(members, deeper), line, "}"]
    if isinstance(value, list) and value:
        return ["[", *_joined([_pieces(each, deeper, sort=sort) for each in value], deeper), line, "]"]
    return [str(value) if isinstance(value, Decimal) else _plain(value)]


def _joined(members: list[list[str]], line: str) -> list[str]:
    return [piece for number, each in enumerate(members) for piece in ("," if number else "", line, *each)]


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
