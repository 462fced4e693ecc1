"""What a page of another part tells of the promises of a case: `promises/_of_request.html` shows it."""

from typing import Any
from uuid import UUID

from onward.casework.promises import queries
from onward.casework.promises.words import KINDS, STATES


def promised_in(case: UUID) -> dict[str, Any]:
    """For the page of a request, as staff read it."""
    return {"promised": queries.of_case(case), "promise_kinds": KINDS, "promise_states": STATES}
