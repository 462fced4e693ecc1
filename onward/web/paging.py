"""The links from page to page of a long list, as the GOV.UK component wants them."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _


def pagination(page: int, pages: int, address: Callable[[int], str]) -> dict[str, Any] | None:
    """What `govukPagination` is told: the first, the last and those beside `page`. None where one page is all."""
    if pages < 2:
        return None
    shown = [each for each in range(1, pages + 1) if each in (1, pages) or abs(each - page) < 2]
    items = [
        {"ellipsis": True}
        if each is None
        else {"href": address(each), "number": each, "current": each == page}
        for each in _with_gaps(shown)
    ]
    told: dict[str, Any] = {"items": items, "landmarkLabel": _("Pages of the list")}
    if page > 1:
        told["previous"] = {"href": address(page - 1), "text": _("Back")}
    if page < pages:
        told["next"] = {"href": address(page + 1), "text": _("More")}
    return told


def _with_gaps(pages: list[int]) -> Iterator[int | None]:
    before = 0
    for page in pages:
        if page > before + 1:
            yield None
        yield page
        before = page
