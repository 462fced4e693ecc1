"""What follows for promises from what happens elsewhere: registered in `onward/config/handlers.py`."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from onward.casework.promises.making import new
from onward.casework.promises.models import Promise
from onward.casework.promises.moving import break_if_over, end, moving, on_the_day
from onward.records.action import record
from onward.rules.promising import Due
from onward.vocabulary.contact import Wish
from onward.vocabulary.events import ContactDecided, ContactSent, PromiseKept, PromiseLetGo
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import STANDS, Kind, Step


def promise_answer(event: ContactSent, *, by: Principal, on: date) -> None:
    """The day by which they were told that they will hear, or be rung, becomes a promise."""
    kind = Kind.CALL_BACK if event.wish == Wish.RING else Kind.REPLY
    promise(
        case=event.case,
        kind=kind,
        due=Due(event.reply_by),
        counts_from=event.asked_on,
        because=event.kind,
        by=by,
        on=on,
    )


def keep_answer(event: ContactDecided, *, by: Principal, on: date) -> None:
    """The promise of an answer, or of a decision, is kept."""
    # A call is not kept by deciding: they were promised a voice.
    keep(case=event.case, kinds={Kind.REPLY, Kind.DECISION}, because=event.kind, by=by, on=on)


def promise(
    *, case: UUID, kind: Kind, due: Due, counts_from: date, because: str, by: Principal, on: date
) -> UUID:
    """Promise what another part of the product told the person; within its action. The day may be over already: a
    paper form that lay too long was promised an answer too."""
    return new(
        case=case, kind=kind, due=due, counts_from=counts_from, keeper="", because=because, by=by, on=on
    ).id


def keep(*, case: UUID, kinds: Collection[Kind], because: str, by: Principal, on: date) -> None:
    """Whatever stands of these kinds is done, in time or late, by what the event `because` says; within an action."""
    for each in _standing(case, kinds):
        row = moving(each, Step.KEEP, by)
        break_if_over(row, on_the_day(on), by=by, on=on)
        end(row, Step.KEEP, because=because, by=by, on=on)
        late = row.broken_on is not None
        record(
            PromiseKept(case=case, promise=row.id, what=row.kind, because=because, late=late), by=by, on=on
        )


def let_go(*, case: UUID, kinds: Collection[Kind], because: str, by: Principal, on: date) -> None:
    """Whatever stands of these kinds is not needed any more, by what the event `because` says; within an action."""
    for each in _standing(case, kinds):
        row = moving(each, Step.LET_GO, by)
        break_if_over(row, on_the_day(on), by=by, on=on)
        end(row, Step.LET_GO, because=because, by=by, on=on)
        record(PromiseLetGo(case=case, promise=row.id, what=row.kind), by=by, on=on)


def _standing(case: UUID, kinds: Collection[Kind]) -> list[UUID]:
    rows = Promise.objects.filter(case_id=case, kind__in=list(kinds), state__in=STANDS).order_by("due_on")
    return list(rows.values_list("id", flat=True))
