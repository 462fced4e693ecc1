"""The words for messages, in the reader's language."""

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.rules.contacting import Held
from onward.vocabulary.messages import Channel, Problem, State

Words = str | Promise

CHANNELS: dict[Channel, Words] = {
    Channel.EMAIL: _("Email"),
    Channel.TEXT: _("Text"),
    Channel.LETTER: _("Letter"),
}
STATES: dict[State, Words] = {
    State.WAITING: _("Waiting"),
    State.TO_PRINT: _("To print"),
    State.SENT: _("Sent"),
    State.FAILED: _("Failed"),
    State.HELD: _("Held"),
}
# A template of a later version of the policy shows by its own name.
TEMPLATES: dict[str, Words] = {
    "save-and-return": _("How to come back to a saved form"),
    "request-received": _("We have your request"),
    "decision-made": _("There is an answer"),
    "looked-at": _("We have read what they sent"),
    "call-back": _("We will ring you"),
    "please-ring-us": _("Please ring us"),
    "six-weeks": _("How did it go?"),
    "list-sent": _("A list of services is on their page"),
}
HELD: dict[Held, Words] = {
    Held.NO_CONTACT: _("They asked us not to contact them. They look for our answer themselves."),
    Held.MESSAGE_NOT_SAFE: _("They said that it is not safe to leave a message on this phone."),
    Held.OTHER_WAY: _("They asked to be reached in another way."),
    Held.NOT_SAID: _("They have not said how they can be reached safely. Ask them first."),
    Held.CODE_NOT_ASKED_FOR: _(
        "It would open their request to whoever reads it, and they did not ask for it."
    ),
    Held.NEEDS_A_LOOK: _("They wrote something about how to reach them safely. Read it first."),
}
PROBLEMS: dict[Problem, Words] = {
    Problem.NOT_SET_UP: _("Messages are not set up on this system. Tell whoever runs it."),
    Problem.NOT_LET_IN: _(
        "The message service did not let us in. Tell whoever runs this system to check the key."
    ),
    Problem.DOWN: _("The message service did not answer. We kept trying for more than a day."),
    Problem.TOO_MANY: _("The message service had too many messages from us. Send it again later."),
    Problem.BAD_ADDRESS: _("This cannot be an address. Check it with the person, and send it again."),
    Problem.REFUSED: _("The message service will not take this message. Tell whoever runs this system."),
    Problem.NO_SUCH_ADDRESS: _(
        "There is no such address or number. Check it with the person, and send it again."
    ),
    Problem.NOT_REACHED: _(
        "It could not be delivered: the phone was off, or the mailbox full. Try again, or ring."
    ),
    Problem.TROUBLE: _("The message service had a fault of its own. Send it again."),
}
# What somebody asked for and there are no words in; a language by its own code or name.
FORMATS: dict[str, Words] = {
    "easy_read": _("Easy read"),
    "audio": _("Audio"),
    "braille": _("Braille"),
    "bsl-video": _("A video in British Sign Language"),
    "other": _("Another format: see what they told us"),
}


def asked_for(code: str) -> Words:
    """A format or a language that somebody asked for: by its name, or as they called it."""
    if code in FORMATS:
        return FORMATS[code]
    name: str = LANG_INFO.get(code, {}).get("name", code)
    return name


# While a message still waits, the same problem is a trouble on the way.
ON_THE_WAY: Words = _("The message service was in trouble at the last try. We try again by ourselves.")
