"""Short ways to say what tests of promises say often."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

from onward.casework.promises import actions, calling
from onward.casework.promises.jobs import JOB
from onward.casework.promises.minding import mind
from onward.casework.promises.models import Promise
from onward.policy.holidays import bank_holidays
from onward.records.principal import acting_as
from onward.rules.promising import Due, Moment
from onward.vocabulary.contact import Wish
from onward.vocabulary.promises import AgreedBy, AgreedHow, Kind, Reached
from tests import world

FRIDAY, MONDAY, TUESDAY = world.TODAY, date(2026, 11, 23), date(2026, 11, 24)
WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)
RING_ME = {
    "ring": {
        "ring-phone": ("01632 960 001",),
        "ring-name": ("Mary",),
        "ring-when": ("morning",),
        "ring-message": ("no",),
    }
}


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def asks_for_a_call(**changed: tuple[str, ...]) -> UUID:
    """Somebody asks to be rung, on a Friday: promised by Monday."""
    case = world.begin(wish=Wish.RING)
    world.answer(case, {"ring": {**RING_ME["ring"], **changed}})
    return world.send(case)


def promise_of(case: UUID, by: str = "ada") -> Promise:
    """The newest promise of a case, as somebody of the staff sees it."""
    with acting_as(world.staff(by)):
        return (
            Promise.objects.filter(case_id=case).order_by("made_on", "moved_from__made_on").last() or _none()
        )


def standing_of(case: UUID) -> list[Promise]:
    with acting_as(world.staff("ada")):
        return list(Promise.objects.filter(case_id=case, ended_on__isnull=True))


def events_of(case: UUID) -> list[str]:
    """What happened to promises in a case, in order."""
    from onward.records import queries

    with acting_as(world.staff("ada")):
        kinds = [each.kind for each in queries.events([case])]
    return [each for each in kinds if each.startswith(("promise.", "call."))]


def make(
    case: UUID, kind: Kind = Kind.VISIT, day: date = TUESDAY, on: date = FRIDAY, due: Due | None = None
) -> UUID:
    ada = world.staff("ada")
    with acting_as(ada):
        return actions.make(
            case=case, kind=kind, due=due or Due(day), key=uuid4(), by=ada, on=on, at=noon(on)
        )


def ring(row: Promise, ended: Reached = Reached.REACHED, on: date = MONDAY) -> UUID:
    ada = world.staff("ada")
    with acting_as(ada):
        return calling.record_call(
            promise=row.id, ended=ended, version=row.version, key=uuid4(), by=ada, on=on, at=noon(on)
        )


def keep(row: Promise, on: date) -> None:
    ada = world.staff("ada")
    with acting_as(ada):
        actions.keep(promise=row.id, version=row.version, by=ada, on=on, at=noon(on))


def move(row: Promise, to: date, on: date = FRIDAY) -> UUID:
    ada = world.staff("ada")
    with acting_as(ada):
        return actions.move(
            promise=row.id,
            due=Due(to),
            agreed_by=AgreedBy.PERSON,
            agreed_how=AgreedHow.TELEPHONE,
            version=row.version,
            key=uuid4(),
            by=ada,
            on=on,
            at=noon(on),
        )


def let_go(row: Promise, on: date = FRIDAY, reason: str = "She has moved away.") -> None:
    ada = world.staff("ada")
    with acting_as(ada):
        actions.let_go(promise=row.id, reason=reason, version=row.version, by=ada, on=on, at=noon(on))


def morning(day: date, clock: time = time(6)) -> dict[str, int]:
    """The job runs; how many were noted as due, were broken and were raised."""
    with acting_as(JOB):
        return mind(Moment(day, clock), bank_holidays(), by=JOB)


def days_on(day: date, number: int) -> date:
    return day + timedelta(days=number)


def _none() -> Promise:
    raise AssertionError("nothing is promised")
