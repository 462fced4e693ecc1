"""How well the services that were sent suit: said by the worker or by whoever asked, and learned from."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.directory.use import actions as use
from onward.directory.use import queries as used
from onward.journey.contact.models import Decision
from onward.journey.contact.suggesting import showing_of
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.vocabulary.events import SuggestionRated
from onward.vocabulary.principals import Principal
from onward.vocabulary.using import HIGHEST, LOWEST, Became, Rater


@action
def rate(*, case: UUID, service: str, rating: int, by_whom: Rater, by: Principal, on: date) -> None:
    """Say how well a service that was sent suits, from 0 to 3; a later word stands.

    Refused where the service was not sent for this request, or the rating is none of the four.
    """
    if service not in sent(case):
        raise Refused(_("That service was not sent for this request."), "not_sent")
    if not LOWEST <= rating <= HIGHEST:
        raise Refused(_("Choose one of the four answers."), "no_rating")
    showing = showing_of(case)
    if showing:
        use.note_result(
            showing=showing, service=service, became=Became.RATED, by_whom=by_whom, rating=rating, on=on
        )
    record(
        SuggestionRated(case=case, service=use.uuid_of(service), rating=rating, by_whom=by_whom.value),
        by=by,
        on=on,
    )


def rated(case: UUID, by_whom: Rater) -> dict[str, int]:
    """What one of those concerned has said so far, by the service."""
    return used.ratings(showing_of(case), by_whom)


def sent(case: UUID) -> tuple[str, ...]:
    """The services that were sent with any decision on the request and were shown for it."""
    chosen = Decision.objects.filter(case_id=case).order_by("number").values_list("services", flat=True)
    return tuple(dict.fromkeys(each["id"] for services in chosen for each in services))
