"""What may be asked about promises. Row security decides which of them show: those of cases that show."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, QuerySet

from onward.casework.answering import reach
from onward.casework.answering.reach import Reach
from onward.casework.promises.calling import BY_CALL
from onward.casework.promises.models import MoveAsked, Promise
from onward.casework.promises.moving import due_of
from onward.casework.promises.seen import AskedSeen, CallSeen, Lists, PromiseSeen
from onward.records import queries as records
from onward.rules.promising import Due
from onward.vocabulary.promises import STANDS, Kind, Reached, State

DAYS_AHEAD = 7


def promise(promise_id: UUID) -> PromiseSeen | None:
    """One promise, where whoever asks may see its case."""
    found = _seen(Promise.objects.filter(id=promise_id))
    return found[0] if found else None


def of_case(case: UUID) -> list[PromiseSeen]:
    """Everything that was promised in a case, in the order of the days promised."""
    return _seen(Promise.objects.filter(case_id=case))


def lists(today: date, *, keeper: str = "") -> Lists:
    """What stands and falls due within the week, or did: to ring, broken, due today, coming. `keeper`: theirs only."""
    rows = Promise.objects.filter(state__in=STANDS, due_on__lte=today + timedelta(days=DAYS_AHEAD))
    found = _seen(rows.filter(keeper=keeper) if keeper else rows)
    return Lists(
        to_ring=[each for each in found if each.kind in BY_CALL and each.due.day <= today],
        broken=[each for each in found if each.kind not in BY_CALL and each.due.day < today],
        today=[each for each in found if each.kind not in BY_CALL and each.due.day == today],
        coming=[each for each in found if each.due.day > today],
    )


def reached(promises: Iterable[PromiseSeen]) -> Mapping[UUID, Reach]:
    """By case, how they are reached."""
    return reach.of_all({each.case for each in promises})


def names(promises: Iterable[PromiseSeen]) -> dict[str, str]:
    """Who of the staff will keep them, or made them, by principal."""
    return records.staff_names({who for each in promises for who in (each.keeper, each.made_by)})


def due_between(first: date, last: date) -> list[PromiseSeen]:
    """The promises that fell due from `first` to `last`."""
    return _seen(Promise.objects.filter(due_on__range=(first, last)))


def _seen(rows: QuerySet[Promise]) -> list[PromiseSeen]:
    chosen = rows.select_related("case", "moved_to").prefetch_related("asked", "calls")
    ordered = chosen.order_by("due_on", F("due_until").asc(nulls_last=True), "made_on", "id")
    return [_promise(row) for row in ordered]


def _promise(row: Promise) -> PromiseSeen:
    after = row.moved_to if hasattr(row, "moved_to") else None
    return PromiseSeen(
        id=row.id,
        case=row.case_id,
        reference=row.case.reference,
        kind=Kind(row.kind),
        due=due_of(row),
        counts_from=row.counts_from,
        made_by=row.made_by,
        made_on=row.made_on,
        because=row.because,
        keeper=row.keeper,
        state=State(row.state),
        broken_on=row.broken_on,
        ended_on=row.ended_on,
        reason=row.reason,
        moved=row.moved_from_id is not None,
        moved_to=due_of(after) if after else None,
        raised_to_team=row.raised_to_team_on is not None,
        raised_to_manager=row.raised_to_manager_on is not None,
        asked=_asked(sorted(row.asked.all(), key=lambda each: (each.answered_on is None, each.asked_on))),
        calls=tuple(CallSeen(Reached(each.ended), each.rang_at) for each in row.calls.all()),
        version=row.version,
    )


def _asked(rows: list[MoveAsked]) -> AskedSeen | None:
    """The day that was asked for last."""
    if not rows:
        return None
    last = rows[-1]
    return AskedSeen(last.id, Due(last.due_on, last.due_start, last.due_until), last.agreed)
