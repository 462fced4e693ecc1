"""What whoever holds the reference and the code may see of lists and introductions: where the decision may be told."""

from dataclasses import dataclass
from uuid import UUID

from onward.casework.introducing import lists, queries
from onward.casework.introducing.lists import ListSent
from onward.casework.introducing.queries import IntroductionSeen
from onward.journey.contact.models import Contact
from onward.rules import telling
from onward.vocabulary.contact import Outcome


@dataclass(frozen=True)
class Shared:
    """Lists that were given, and services that were told, the newest first."""

    lists: tuple[ListSent, ...] = ()
    introductions: tuple[IntroductionSeen, ...] = ()


def shared(case: UUID) -> Shared:
    """Nothing where `rules.telling` would keep back an outcome: silence must not give away what it hides."""
    contact = Contact.objects.filter(case_id=case).first()
    if contact is None:
        return Shared()
    newest = contact.decisions.order_by("number").last()
    told = telling.told(
        Outcome(newest.outcome) if newest else Outcome.ADVICE,
        for_another=contact.for_another,
        other_agrees=contact.other_agrees,
    )
    return Shared(tuple(lists.lists_of(case)), tuple(queries.of_case(case))) if told.outcome else Shared()
