"""The job of follow-ups: every morning, whoever is due is asked. Each is asked as a principal that sees that one."""

import logging
from collections import Counter
from datetime import date
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from onward.casework.answering.addressee import addressee
from onward.casework.followup import asking
from onward.casework.followup.models import FollowUp
from onward.policy.holidays import bank_holidays_near
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.rules.following_up import Next
from onward.vocabulary.followup import State
from onward.vocabulary.principals import Principal

logger = logging.getLogger(__name__)


@app.periodic(cron="5 9 * * *")
@app.task(name="followup.ask", queueing_lock="followup.ask")
def ask(timestamp: int) -> None:
    """Ask whoever is due. Run again, it asks nobody twice."""
    done = ask_all(timezone.localdate())
    logger.info("Follow-ups: %s", ", ".join(f"{number} {what}" for what, number in done.items()))


def ask_all(on: date) -> dict[str, int]:
    """How many were asked by message, and how many were given to one of us."""
    done: Counter[Next] = Counter()
    for each in _due(on):
        done[_one(each, on)] += 1
    return {what.value: done[what] for what in (Next.MESSAGE, Next.PERSON)}


def _due(on: date) -> list[UUID]:
    with acting_as(Principal.job("followups")):
        rows = FollowUp.objects.filter(state__in=[State.WAITING, State.ASKED], due_on__lte=on)
        return list(rows.order_by("due_on", "id").values_list("id", flat=True))


def _one(follow_up: UUID, on: date) -> Next:
    by = Principal.job(f"followup:{follow_up}")
    with acting_as(by):
        row = FollowUp.objects.get(id=follow_up)
        todo = asking.what_next(row, addressee(row.case_id), on)
        try:
            if todo is Next.MESSAGE:
                asking.ask(follow_up=follow_up, address=address(), by=by, on=on)
            elif todo is Next.PERSON:
                asking.hand_over(follow_up=follow_up, holidays=bank_holidays_near(on), by=by, on=on)
        except Refused:
            return Next.WAIT  # it was answered, or left out, meanwhile
    return todo


def address() -> str:
    """Where they come back with reference and code; a job has no request that would tell."""
    base = settings.ONWARD_ADDRESS
    return f"{base.rstrip('/')}{reverse('public:track')}"
