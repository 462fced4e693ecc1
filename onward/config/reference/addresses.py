"""Every address that is served, with the permission it asks for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import Operation

from onward.api.api import api
from onward.vocabulary.roles import Permission

INTERFACE, FHIR = "api", "fhir"
NOTHING = "fhir:unknown"  # says that there is nothing


@dataclass(frozen=True)
class Address:
    """One address: its name (`contact:decide`), how it is reached, what it is for, and what one needs to open it."""

    name: str
    method: str
    path: str
    says: str
    permission: Permission | None


def pages() -> list[Address]:
    """The pages, in the order of the URL patterns."""
    return [each for each in _walk(get_resolver().url_patterns, "/", "") if not _of(each, INTERFACE, FHIR)]


def operations() -> list[Address]:
    """The operations of the interfaces, and the addresses that describe them."""
    walked = list(_walk(get_resolver().url_patterns, "/", ""))
    described = [each for each in walked if each.name == "api:openapi-json"]
    fhir = [each for each in walked if _of(each, FHIR) and each.name != NOTHING]
    return (
        described
        + [
            Address(
                name=f"{INTERFACE}:{operation.view_func.__name__}",
                method=method,
                path=f"/{_prefix()}{path.lstrip('/')}",
                says=_first(operation.view_func),
                permission=_permission(operation.view_func),
            )
            for path, operation in _operations()
            for method in operation.methods
        ]
        + fhir
    )


def _walk(patterns: list[Any], prefix: str, namespace: str) -> Iterator[Address]:
    for each in patterns:
        path = f"{prefix}{each.pattern}"
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, path, each.namespace or namespace)
        else:
            yield from _addresses(each, path, namespace)


def _addresses(pattern: URLPattern, path: str, namespace: str) -> Iterator[Address]:
    """One for each method, where the methods of an address ask for different permissions."""
    view = pattern.callback
    shown = getattr(view, "view_class", view)  # a class-based view is described by its class
    for method, each in getattr(view, "operations", {"GET": shown}).items():
        yield Address(
            f"{namespace}:{pattern.name}", method, path, _first(each), _permission(each) or _permission(view)
        )


def _operations() -> Iterator[tuple[str, Operation]]:
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                yield f"{prefix}{path}", operation


def _prefix() -> str:
    found = [each for each in get_resolver().url_patterns if getattr(each, "namespace", "") == INTERFACE]
    return str(found[0].pattern)


def _of(address: Address, *namespaces: str) -> bool:
    return address.name.partition(":")[0] in namespaces


def _permission(view: Callable[..., Any]) -> Permission | None:
    return getattr(view, "permission", None)


def _first(described: Any) -> str:
    """The first sentence of a docstring."""
    return re.split(r"(?<=\.)\s", (described.__doc__ or "").strip())[0]
