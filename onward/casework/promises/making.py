"""A new promise, and the sentences where one may not be made."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.promises.models import Promise
from onward.policy.promises import promise_policy
from onward.records.action import record
from onward.records.refusals import Refused
from onward.rules import promising
from onward.rules.promising import Due, Fault, Moment
from onward.vocabulary.events import PromiseMade
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import AgreedBy, AgreedHow, Kind


def check(kind: Kind, due: Due, now: Moment) -> None:
    """Refused, with a sentence, where that may not be promised now."""
    found = promising.faults(kind, due, now, furthest_days=promise_policy().furthest_days)
    if found:
        raise Refused(_SENTENCES[found[0]](), found[0].value)


def new(
    *,
    case: UUID,
    kind: Kind,
    due: Due,
    counts_from: date,
    keeper: str,
    because: str,
    by: Principal,
    on: date,
    moved_from: Promise | None = None,
    agreed: tuple[AgreedBy, AgreedHow] | None = None,
) -> Promise:
    """Write the promise and its event; within an action."""
    agreed_by, agreed_how = agreed or ("", "")
    made = Promise.objects.create(
        case_id=case,
        kind=kind,
        due_on=due.day,
        due_start=due.start,
        due_until=due.until,
        counts_from=counts_from,
        made_by=str(by),
        made_on=on,
        because=because,
        keeper=keeper,
        moved_from=moved_from,
        agreed_by=agreed_by,
        agreed_how=agreed_how,
    )
    happened = PromiseMade(
        case=case,
        promise=made.id,
        what=kind.value,
        due_on=due.day,
        because=because,
        moved_from=moved_from.id if moved_from else None,
    )
    record(happened, by=by, on=on)
    return made


_SENTENCES = {
    Fault.PAST: lambda: _("That time is over already. Choose a day that is still to come."),
    Fault.TOO_FAR: lambda: _("That is more than a year away. Promise a day that you can keep."),
    Fault.HOURS_WRONG: lambda: _("Give both times, the first before the second, or leave both empty."),
    Fault.HOURS_ONLY_FOR_CALLS: lambda: _(
        "Only a call is promised for certain hours. Leave the times empty."
    ),
}
