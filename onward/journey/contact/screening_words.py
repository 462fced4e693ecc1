"""The words for what is proposed when a request is sent, in the reader's language: for staff only."""

from django.utils.translation import gettext_lazy as _

from onward.journey.contact.words import Words
from onward.vocabulary.proportion import ByWhom, Oversight, Route
from onward.vocabulary.screening import About, Conversation, Part, Prompt, Standing, Urgency

URGENCIES: dict[Urgency, Words] = {
    Urgency.NOW: _("Now"),
    Urgency.TODAY: _("Today"),
    Urgency.SOON: _("Soon"),
    Urgency.ORDINARY: _("In its turn"),
}
# In a phrase, as the list shows why.
PROMPTS: dict[Prompt, Words] = {
    Prompt.SAFEGUARDING: _("may not be safe with somebody"),
    Prompt.MENTAL_HEALTH: _("a mind in trouble"),
    Prompt.FIRE: _("danger of fire"),
    Prompt.FOOD_OR_HEAT: _("no food or no heat"),
    Prompt.CARE_NOW: _("falls, illness, or help that stopped"),
    Prompt.UNSAFE_HOME: _("home not safe, or lost"),
    Prompt.CARER: _("a carer at the end of their strength"),
    Prompt.HOSPITAL: _("in hospital, or coming home"),
}
PARTS: dict[Part, Words] = {
    Part.NEEDS: _("Has needs for care and support"),
    Part.RISK: _("Experiences, or is at risk of, abuse or neglect"),
    Part.CANNOT_PROTECT: _("Cannot protect themselves because of the needs"),
}
STANDINGS: dict[Standing, Words] = {
    Standing.KNOWN: _("What they said points to it"),
    Standing.NOT_KNOWN: _("Not known: ask"),
    Standing.SAID_NO: _("They said no: was it said freely?"),
}
CONVERSATIONS: dict[Conversation, Words] = {
    Conversation.LISTEN: _("Listen and connect"),
    Conversation.WORK_ON_RISK: _("Work intensively on the risk"),
    Conversation.LONG_TERM: _("Build a life for the long term"),
}
CONVERSATION_PROMPTS: dict[Conversation, Words] = {
    Conversation.LISTEN: _("What matters to them, what they can do, who is there, what is near?"),
    Conversation.WORK_ON_RISK: _("What has to change today, who does what, when do we speak again?"),
    Conversation.LONG_TERM: _("Only after the first two: what would a good life be, and what does it take?"),
}
ROUTES: dict[Route, Words] = {
    Route.SELF: _("They begin alone, then we go through it together"),
    Route.SUPPORTED_SELF: _("Together with a worker"),
    Route.PHONE: _("By phone"),
    Route.VIRTUAL: _("On a screen"),
    Route.FACE_TO_FACE: _("Face to face"),
}
BY_WHOM: dict[ByWhom, Words] = {
    ByWhom.ASSISTANT: _("An assistant"),
    ByWhom.ASSESSOR: _("A trusted or first assessor"),
    ByWhom.QUALIFIED: _("A qualified worker"),
    ByWhom.SPECIALIST: _("A specialist for deafblind people"),
}
OVERSIGHT: dict[Oversight, Words] = {
    Oversight.AUTHORISED: _("a qualified worker reads and authorises it"),
    Oversight.SUPERVISED: _("in their usual supervision"),
    Oversight.JOINT: _("together with a qualified worker"),
}
ABOUT: dict[About, Words] = {
    About.URGENCY: _("How urgent it is"),
    About.CONVERSATION: _("Which conversation it was"),
    About.ROUTE: _("How the assessment is done"),
    About.BY_WHOM: _("Who does the assessment"),
}
_CODES: dict[str, Words] = {
    **{each.code: words for each, words in URGENCIES.items()},
    **{each.value: words for each, words in CONVERSATIONS.items()},
    **{each.code: words for each, words in ROUTES.items()},
    **{each.code: words for each, words in BY_WHOM.items()},
}


def of_code(code: str) -> Words:
    """The words of whatever may be proposed or chosen."""
    return _CODES[code]
