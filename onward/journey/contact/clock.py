"""How long requests take from being sent to being first looked at, and to being decided, by proposed urgency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from onward.journey.contact.models import Contact
from onward.journey.contact.seen import LOOKED_AT
from onward.records import queries as records
from onward.vocabulary.screening import Urgency


@dataclass(frozen=True)
class Took:
    """Of the requests of one urgency: how many were sent, looked at and decided, and the median hours to each.

    The hours are None where there are none. What is not looked at or decided yet is in `sent` and in no median.
    """

    urgency: Urgency
    sent: int
    looked_at: int
    hours_to_look: float | None
    decided: int
    hours_to_decision: float | None


def took(since: datetime, until: datetime) -> list[Took]:
    """For requests sent from `since` until before `until`, a row for every urgency, noughts too.

    A look is one at the request itself, by any of the staff; the list of requests shows no case and is none.
    """
    rows = Contact.objects.filter(sent_at__gte=since, sent_at__lt=until)
    sent = list(rows.values_list("case_id", "proposed_urgency", "sent_at"))
    looks = records.first_looks(at_what=LOOKED_AT, since=since)
    decisions = records.first_events(kind="contact.decided", since=since)
    found = []
    for urgency in Urgency:
        of = [(case, at) for case, proposed, at in sent if proposed == urgency and at]
        to_look = _hours((at, looks[case]) for case, at in of if case in looks)
        to_decision = _hours((at, decisions[case]) for case, at in of if case in decisions)
        found.append(
            Took(urgency, len(of), len(to_look), _middle(to_look), len(to_decision), _middle(to_decision))
        )
    return found


def _hours(spans: Iterable[tuple[datetime, datetime]]) -> list[float]:
    return [max((end - start).total_seconds(), 0) / 3600 for start, end in spans]


def _middle(hours: list[float]) -> float | None:
    return round(median(hours), 1) if hours else None
