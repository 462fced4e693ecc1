"""The words for this stage's codes, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.rules.closing import Missing
from onward.vocabulary.contact import Channel, Grounds, Outcome, State, Wish

Words = str | Promise

WISHES: dict[Wish, Words] = {
    Wish.ADVICE: _("Help or advice"),
    Wish.ASSESSMENT: _("An assessment"),
    Wish.CARER_ASSESSMENT: _("A carer’s assessment"),
    Wish.RING: _("A call"),
}
CHANNELS: dict[Channel, Words] = {
    Channel.ONLINE: _("Online"),
    Channel.TELEPHONE: _("By telephone"),
    Channel.PAPER: _("On a paper form"),
    Channel.VISIT: _("In person"),
    Channel.LETTER: _("By letter"),
}
OUTCOMES: dict[Outcome, Words] = {
    Outcome.ADVICE: _("Advice and services sent"),
    Outcome.ASSESSMENT: _("Assessment asked for"),
    Outcome.SAFEGUARDING: _("Safeguarding concern"),
    Outcome.NOT_FOR_US: _("Not for us"),
}
GROUNDS: dict[Grounds, Words] = {
    Grounds.NO_APPEARANCE_OF_NEED: _("There is no appearance of need for care and support"),
    Grounds.REFUSED: _("The person does not want an assessment"),
}
STATES: dict[State, Words] = {
    State.DRAFT: _("Not sent yet"),
    State.WAITING: _("Waiting"),
    State.DECIDED: _("Decided"),
    State.QUESTIONED: _("The person says it is wrong"),
}
TOLD: dict[Outcome, Words] = {
    Outcome.ADVICE: _("We have some advice, and services that could help."),
    Outcome.ASSESSMENT: _("We will do an assessment. We will talk with you about what you need."),
    Outcome.NOT_FOR_US: _("This is something that others can help with better than we can."),
}
MISSING: dict[Missing, Words] = {
    Missing.OUTCOME: _("Choose what you decide"),
    Missing.GROUNDS: _(
        "Choose why this can be closed with advice: no appearance of need, or the person’s own refusal"
    ),
    Missing.GROUNDS_ONLY_WITH_ADVICE: _(
        "Grounds for closing go only with “advice and services sent”. Clear them"
    ),
    Missing.SERVICES_ONLY_WITH_ADVICE: _("Services go only with “advice and services sent”. Clear them"),
    Missing.PERSON: _("First say who the person is: an assessment begins a wait, and a wait is somebody’s"),
    Missing.REASON: _("Give your reason in words"),
}
