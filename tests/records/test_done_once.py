"""The two mechanisms that all later work uses: one key, one version. And what an action may never do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connections, transaction

from onward.journey.contact import queries
from onward.journey.contact.models import Contact, Decision
from onward.records.action import ActionError, action, record
from onward.records.models import EventRecord, IdempotencyKey
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.records.versions import change
from onward.vocabulary.events import ContactWished
from onward.vocabulary.principals import Principal
from tests import world

ON = date(2026, 11, 20)


@action
def silent(*, by: Principal, on: date) -> None:
    """Records no event."""


@action
def fails(*, case: UUID, key: UUID, by: Principal, on: date) -> UUID:
    record(ContactWished(case=case, wish="ring"), by=by, on=on)
    raise Refused("No.")


@pytest.mark.django_db
def test_an_action_without_an_event_is_a_mistake() -> None:
    with acting_as(Principal.job("test")), pytest.raises(ActionError, match="no event"):
        silent(by=Principal.job("test"), on=ON)


@pytest.mark.django_db
def test_an_event_outside_an_action_is_a_mistake() -> None:
    with pytest.raises(ActionError, match="within an action"):
        record(ContactWished(case=uuid4(), wish="ring"), by=Principal.nobody(), on=ON)


@pytest.mark.django_db
def test_an_action_that_is_refused_leaves_neither_event_nor_key() -> None:
    case, key = world.begin(), uuid4()
    resident = Principal.resident(case)
    with acting_as(resident):
        before = EventRecord.objects.count()
        with pytest.raises(Refused):
            fails(case=case, key=key, by=resident, on=ON)
        assert EventRecord.objects.count() == before
    assert not IdempotencyKey.objects.filter(key=key).exists()


@pytest.mark.django_db
def test_what_was_asked_with_a_key_is_kept_only_as_a_digest() -> None:
    world.ask_for_help()
    kept = repr(list(IdempotencyKey.objects.values()))
    assert "Mary" not in kept
    assert "Nobody comes" not in kept


@pytest.mark.django_db
def test_a_row_is_changed_at_the_version_it_was_read_at_and_no_other() -> None:
    case = world.begin()
    with acting_as(Principal.resident(case)):
        row = Contact.objects.get(case_id=case)
        read = row.version
        change(row, read, postcode="QQ1 5LR")
        assert row.version == read + 1
        with pytest.raises(Stale):
            change(row, read, postcode="QQ2 4QB")
        row.refresh_from_db()
        assert row.postcode == "QQ1 5LR"


def test_two_sends_at_the_same_moment_make_one_request(committed: None) -> None:
    case, key = world.begin(), uuid4()
    world.answer(case, world.MARYS_ANSWERS)
    together = Barrier(2)

    def press() -> UUID:
        together.wait(timeout=10)
        try:
            return world.send(case, key)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        done = [each.result(timeout=30) for each in [both.submit(press), both.submit(press)]]
    assert done == [case, case]
    with acting_as(world.staff("ada")):
        assert len(queries.waiting()) == 1


def test_two_decisions_at_the_same_moment_are_one_and_a_refusal(committed: None) -> None:
    case = world.ask_for_help()
    version = world.request_of(case).version
    together = Barrier(2)

    def press(reason: str) -> str:
        together.wait(timeout=10)
        try:
            world.decide(case, reason=reason, version=version)
            return "decided"
        except Refused as problem:
            return problem.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        done = {each.result(timeout=30) for each in [both.submit(press, "One."), both.submit(press, "Two.")]}
    assert done == {"decided", "not_now"}
    assert len(world.request_of(case).decisions) == 1


@pytest.mark.django_db
def test_the_database_itself_keeps_advice_from_having_no_grounds() -> None:
    case = world.ask_for_help()
    world.decide(case)
    with acting_as(world.staff("ada")), pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.update(grounds=[])
