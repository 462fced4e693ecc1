"""The page of one service, for anybody and for staff: what its template is told."""

from typing import Any
from uuid import UUID

from onward.directory import queries
from onward.directory.mapping.picture import picture
from onward.directory.narrowing.filters import is_open
from onward.directory.narrowing.page import moment
from onward.directory.narrowing.telling import checked, more_lines, staff_lines
from onward.directory.whole import whole
from onward.vocabulary.directory import Opening


def context(service: UUID) -> dict[str, Any] | None:
    """Everything about the service; None where there is none."""
    seen = whole(service)
    if seen is None:
        return None
    area = queries.area()
    return {
        "seen": seen,
        "told": more_lines(seen.service, seen.facts),
        "staff_told": staff_lines(seen.service, seen.facts),
        "checked": checked(seen.service),
        "opened_now": is_open(Opening.NOW, seen.facts, moment()),
        "picture": None if seen.service.closed else picture([(1, seen.service)], None),
        "attribution": area.attribution if area else (),
    }
