"""What is proposed, as the adviser's page shows it; and what they chose of it with a decision."""

from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from onward.journey.contact.choosing import Chosen, choices_of
from onward.journey.contact.proportionate import proportion_of
from onward.journey.contact.screening import screening_of
from onward.journey.contact.screening_words import (
    ABOUT,
    BY_WHOM,
    CONVERSATION_PROMPTS,
    CONVERSATIONS,
    OVERSIGHT,
    PARTS,
    PROMPTS,
    ROUTES,
    STANDINGS,
    URGENCIES,
    of_code,
)
from onward.records.refusals import Refused
from onward.vocabulary.proportion import ByWhom, Route
from onward.vocabulary.screening import Conversation, Prompt
from onward.web.typed import field, tidy

FIELDS = ("conversation", "route", "by_whom", "because", "urgency")
AnyCode = TypeVar("AnyCode", bound=Enum)


def shown(case: UUID) -> dict[str, Any]:
    """What the page is told of it, with the words for every code."""
    return {
        "screening": screening_of(case),
        "proportion": proportion_of(case),
        "choices": choices_of(case),
        "about": ABOUT,
        "of_code": of_code,
        "Prompt": Prompt,
        "urgencies": URGENCIES,
        "prompts": PROMPTS,
        "parts": PARTS,
        "standings": STANDINGS,
        "conversations": CONVERSATIONS,
        "conversation_prompts": CONVERSATION_PROMPTS,
        "routes": ROUTES,
        "by_whoms": BY_WHOM,
        "oversights": OVERSIGHT,
    }


def chosen(request: HttpRequest) -> Chosen:
    """What was chosen beside the decision; Refused where it is nothing that can be chosen."""
    return Chosen(
        conversation=_one(request, "conversation", {each.value: each for each in Conversation}),
        route=_one(request, "route", {each.code: each for each in Route}),
        by_whom=_one(request, "by_whom", {each.code: each for each in ByWhom}),
        because=tidy(field(request.POST, "because")),
    )


def _one(request: HttpRequest, name: str, codes: dict[str, AnyCode]) -> AnyCode | None:
    """Nothing chosen is nothing said."""
    code = field(request.POST, name)
    if code and code not in codes:
        raise Refused(
            _("Something on the page was not understood. Look at it again, and send it again."),
            "not_understood",
        )
    return codes.get(code)
