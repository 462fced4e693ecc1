"""The words for follow-ups, in the reader's language."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from onward.vocabulary.followup import NotAsked, State, Worked

Words = str | Lazy

STATES: dict[State, Words] = {
    State.WAITING: _("Not due yet"),
    State.ASKED: _("Asked, no answer yet"),
    State.WITH_PERSON: _("One of us is to reach them"),
    State.ANSWERED: _("Answered"),
    State.NOT_REACHED: _("Not reached"),
    State.NOT_ASKED: _("Not asked"),
}
WORKED: dict[Worked, Words] = {
    Worked.YES: _("It helped"),
    Worked.PARTLY: _("It helped a little"),
    Worked.NO: _("It did not help"),
}
NOT_ASKED: dict[NotAsked, Words] = {
    NotAsked.NO_CONTACT: _("They asked us not to contact them"),
    NotAsked.NOT_TOLD: _("Whoever asked may not be told what was decided"),
    NotAsked.CAME_BACK: _("They came back before"),
    NotAsked.DECIDED_OTHERWISE: _("Something else was decided before"),
    NotAsked.DIED: _("They have died"),
    NotAsked.ASKED_US_NOT_TO: _("They asked us not to ask"),
}
