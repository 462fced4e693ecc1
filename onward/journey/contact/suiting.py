"""A form in which somebody says how well the services suit that were sent, for the worker's page and for anyone's."""

from collections.abc import Iterable
from uuid import UUID

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.directory.found import ServiceInfo
from onward.journey.contact.rating import rate, rated
from onward.records.principal import current
from onward.vocabulary.using import Rater

SUITS: dict[int, str | Promise] = {
    0: _("Not at all"),
    1: _("A little"),
    2: _("Well"),
    3: _("Very well"),
}


def take(data: QueryDict, services: Iterable[ServiceInfo], *, case: UUID, by_whom: Rater) -> None:
    """Keep what was chosen; what is chosen as it was before, or not at all, changes nothing."""
    before = rated(case, by_whom)
    for each in services:
        typed = data.get(f"suits-{each.service_id}", "")
        chosen = int(typed) if typed in {str(value) for value in SUITS} else None
        if chosen is not None and chosen != before.get(each.service_id):
            rate(
                case=case,
                service=each.service_id,
                rating=chosen,
                by_whom=by_whom,
                by=current(),
                on=timezone.localdate(),
            )
