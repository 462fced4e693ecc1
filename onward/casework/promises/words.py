"""The words for promises, in the reader's language."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from onward.vocabulary.promises import AgreedBy, AgreedHow, Kind, Reached, State

Words = str | Lazy

KINDS: dict[Kind, Words] = {
    Kind.REPLY: _("An answer"),
    Kind.CALL_BACK: _("A call"),
    Kind.DECISION: _("A decision"),
    Kind.VISIT: _("A visit"),
    Kind.FOLLOW_UP: _("A call to ask how it went"),
}
STATES: dict[State, Words] = {
    State.OPEN: _("Promised"),
    State.KEPT: _("Kept"),
    State.MOVED: _("Moved, as they agreed"),
    State.LET_GO: _("Let go"),
    State.BROKEN: _("Broken, still to do"),
    State.DONE_LATE: _("Broken, done late"),
    State.MOVED_LATE: _("Broken, another day agreed"),
    State.LET_GO_LATE: _("Broken, then not needed"),
}
REACHED: dict[Reached, Words] = {
    Reached.REACHED: _("I reached them"),
    Reached.NO_ANSWER: _("No answer"),
    Reached.SOMEBODY_ELSE: _("Somebody else answered"),
    Reached.LEFT_MESSAGE: _("I left a message"),
}
AGREED_BY: dict[AgreedBy, Words] = {
    AgreedBy.PERSON: _("The person"),
    AgreedBy.CARER: _("Their carer"),
    AgreedBy.SPEAKS_FOR_THEM: _("Somebody who may speak for them"),
}
AGREED_HOW: dict[AgreedHow, Words] = {
    AgreedHow.TELEPHONE: _("By telephone"),
    AgreedHow.IN_PERSON: _("In person"),
    AgreedHow.WRITING: _("In writing"),
    AgreedHow.SHARED_PAGE: _("On their page"),
}
# `call-when` of the form, as it was chosen.
WHEN: dict[str, Words] = {
    "morning": _("Best in the morning"),
    "afternoon": _("Best in the afternoon"),
}
