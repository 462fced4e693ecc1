"""Short ways to say what tests of follow-ups say often."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from onward.casework.followup import actions
from onward.casework.followup.jobs import ask_all
from onward.casework.followup.models import FollowUp
from onward.casework.promises.models import Promise
from onward.records.principal import acting_as
from onward.vocabulary.contact import Wish
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind
from tests import world

SIX_WEEKS_ON = world.TODAY + timedelta(days=42)  # 1 January 2027, a Friday and a holiday
Given = dict[str, tuple[str, ...]]
BY_EMAIL: dict[str, Given] = {"safe": {"contact-by": ("email",), "email": ("mary@example.org",)}}
BY_PHONE = world.MARYS_ANSWERS["safe"]
BY_LETTER: dict[str, Given] = {
    "safe": {"contact-by": ("letter",), "address": ("1 Kiln Lane\nLarkmoor\nSW1A 1AA",)}
}
BY_TEXT: dict[str, Given] = {
    "safe": {"contact-by": ("text",), "mobile": ("07700 900 001",), "message": ("yes",)}
}
NOT_AT_ALL: dict[str, Given] = {"safe": {"contact-by": ("none",)}}
HELPED: Given = {"worked": ("yes",), "changed": ("I go on Tuesdays.",), "again": ("no",)}
LOOK_AGAIN: Given = {"worked": ("no",), "again": ("yes",)}


def advised(**changed: Given) -> UUID:
    """Somebody is closed with advice, on 20 November 2026."""
    case = world.ask_for_help(Wish.ADVICE, **(changed or BY_EMAIL))
    world.decide(case)
    return case


def follow_up_of(case: UUID) -> FollowUp:
    with acting_as(world.staff("ada")):
        return FollowUp.objects.filter(case_id=case).latest("due_on")


def job(days_later: int = 0) -> dict[str, int]:
    """The job runs, so many days after six weeks were over."""
    return ask_all(SIX_WEEKS_ON + timedelta(days=days_later))


def answer(case: UUID, given: Given, *, by: Principal | None = None, on: date = SIX_WEEKS_ON) -> None:
    by = by or Principal.resident(case)
    with acting_as(by):
        actions.answer(case=case, given=given, keep_months=12, key=uuid4(), by=by, on=on)


def promises_to_ask(case: UUID) -> list[Promise]:
    with acting_as(world.staff("ada")):
        return list(Promise.objects.filter(case_id=case, kind=Kind.FOLLOW_UP))
