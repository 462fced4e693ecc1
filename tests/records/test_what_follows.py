"""What follows from an event happens with it, or neither happens."""

from datetime import date
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings

from onward.records.action import action, record
from onward.records.models import EventRecord
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.events import ContactTakenOver, ContactWished
from onward.vocabulary.principals import Principal
from tests import world

ON = date(2026, 11, 20)


@action
def wishes(*, case: UUID, by: Principal, on: date) -> None:
    record(ContactWished(case=case, wish="ring"), by=by, on=on)


def takes_over(event: ContactWished, *, by: Principal, on: date) -> None:
    """The team takes it over."""
    record(ContactTakenOver(case=event.case), by=by, on=on)


def refuses(event: ContactWished, *, by: Principal, on: date) -> None:
    raise Refused("No.")


FOLLOWED = {ContactWished: (takes_over,)}
REFUSED = {ContactWished: (takes_over, refuses)}


def _kinds(case: UUID) -> list[str]:
    rows = EventRecord.objects.filter(case_id=case, happened_on=ON).order_by("recorded_at", "id")
    return sorted(rows.values_list("kind", flat=True))


@pytest.mark.django_db
def test_a_handler_acts_for_whoever_acted_on_the_same_day(settings: Settings) -> None:
    settings.EVENT_HANDLERS = f"{__name__}.FOLLOWED"
    case = world.begin()
    with acting_as(Principal.resident(case)):
        before = _kinds(case)
        wishes(case=case, by=Principal.resident(case), on=ON)
        assert sorted({*_kinds(case)} - {*before}) == ["contact.taken_over", "contact.wished"]


@pytest.mark.django_db
def test_where_what_follows_is_refused_nothing_has_happened(settings: Settings) -> None:
    settings.EVENT_HANDLERS = f"{__name__}.REFUSED"
    case = world.begin()
    with acting_as(Principal.resident(case)):
        before = _kinds(case)
        with pytest.raises(Refused):
            wishes(case=case, by=Principal.resident(case), on=ON)
        assert _kinds(case) == before
