"""How an introduction stands, whether it may move, and the sentence where it may not."""

from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.introducing.models import Introduction
from onward.records.refusals import Refused
from onward.vocabulary.introductions import State, Step, move
from onward.vocabulary.principals import Principal


def state_of(row: Introduction) -> State:
    """How it stands: taken back, as the newest answer says, or sent."""
    if row.taken_back_on is not None:
        return State.TAKEN_BACK
    newest = max(row.answers.all(), key=lambda each: each.recorded_at, default=None)
    return State(newest.answer) if newest else State.SENT


def moving(introduction: UUID, step: Step, by: Principal) -> Introduction:
    """The introduction; refused where the table has no such move from where it stands, or not for `by`.

    It is not locked: an answer adds a row and changes none, and two at once are both kept.
    """
    row = Introduction.objects.filter(id=introduction).first()
    if row is None:
        raise Refused(_("That introduction could not be found."), "no_such_introduction")
    made = move(step, state_of(row))
    if made is None:
        raise Refused(_("That cannot be said now. Look at how it stands."), "not_now")
    if not made.is_for(by):
        raise Refused(_("This is not yours to do."), "not_yours")
    return row
