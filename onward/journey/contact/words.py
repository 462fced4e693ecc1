"""The words for this stage's codes, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.rules.closing import Missing
from onward.rules.same_person import Band, Reason
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
    Outcome.ADVICE: _("Advice and community"),
    Outcome.SHORT_TERM: _("Short-term help"),
    Outcome.ASSESSMENT: _("Assessment"),
    Outcome.URGENT: _("Urgent help before assessment"),
    Outcome.SAFEGUARDING: _("Safeguarding concern"),
    Outcome.HOSPITAL: _("Hospital team"),
    Outcome.PASSED_ON: _("Passed to another council or service"),
    Outcome.REFUSED: _("The person does not want an assessment"),
}
GROUNDS: dict[Grounds, Words] = {
    Grounds.NO_APPEARANCE_OF_NEED: _("There is no appearance of need for care and support"),
    Grounds.ABLE_TO_REFUSE: _("They are able to decide this for themselves"),
    Grounds.NOT_AT_RISK: _("They are not experiencing abuse or neglect, nor at risk of it"),
    Grounds.AGREES: _("They agree that we tell them"),
}
LIKENESS: dict[Band, Words] = {
    Band.LIKELY: _("Likely the same person"),
    Band.POSSIBLE: _("May be the same person"),
}
LIKE: dict[Reason, Words] = {
    Reason.SAME_NHS: _("the same NHS number"),
    Reason.OTHER_NHS: _("another NHS number"),
    Reason.SAME_BIRTHDAY: _("the same date of birth"),
    Reason.BIRTHDAY_SLIP: _("a date of birth that one slip would explain"),
    Reason.OTHER_BIRTHDAY: _("another date of birth"),
    Reason.SAME_FAMILY: _("the same last name"),
    Reason.FAMILY_SLIP: _("a last name that differs by one slip"),
    Reason.OTHER_FAMILY: _("another last name"),
    Reason.SAME_GIVEN: _("the same first name"),
    Reason.GIVEN_SLIP: _("a first name that differs by one slip"),
    Reason.SHORT_GIVEN: _("a shorter form of the first name"),
    Reason.OTHER_GIVEN: _("another first name"),
    Reason.NAMES_TURNED: _("first and last name turned round"),
    Reason.SAME_POSTCODE: _("the same postcode"),
    Reason.NEAR_POSTCODE: _("a postcode nearby"),
}
STATES: dict[State, Words] = {
    State.DRAFT: _("Not sent yet"),
    State.WAITING: _("Waiting"),
    State.DECIDED: _("Decided"),
    State.QUESTIONED: _("The person says it is wrong"),
}
TOLD: dict[Outcome, Words] = {
    Outcome.ADVICE: _("We have some advice, and services that could help."),
    Outcome.SHORT_TERM: _("You can have help from us for some weeks, to get back to doing things yourself."),
    Outcome.ASSESSMENT: _("We will do an assessment. We will talk with you about what you need."),
    Outcome.URGENT: _("You need help soon. We will arrange that first, and talk about the rest after."),
    Outcome.HOSPITAL: _("The hospital team will talk with you. They plan how you can go home."),
    Outcome.PASSED_ON: _("Others can help with this better than we can. You agreed that we tell them."),
    Outcome.REFUSED: _("You told us that you do not want an assessment. You can ask for one at any time."),
}
MISSING: dict[Missing, Words] = {
    Missing.OUTCOME: _("Choose what you decide"),
    Missing.APPEARANCE: _(
        "Say that there is no appearance of need. If there may be one, the law asks for an assessment "
        "(Care Act 2014, section 9)"
    ),
    Missing.REFUSAL: _(
        "A refusal stands only if they can decide this for themselves and are not at risk of abuse or neglect. "
        "Say both; if either is not so, the law still asks for an assessment (Care Act 2014, section 11)"
    ),
    Missing.CONSENT: _(
        "Ask whether they agree that we tell the others. If not, tell them whom to ask themselves"
    ),
    Missing.TO_WHOM: _("Write whom this is passed to"),
    Missing.NO_SERVICES_WITH_SAFEGUARDING: _(
        "Services cannot be sent with a safeguarding concern: the shared page says nothing of it. Clear them"
    ),
    Missing.PERSON: _("First say who the person is: a wait begins, and a wait is somebody’s"),
    Missing.REASON: _("Give your reason in words"),
}
