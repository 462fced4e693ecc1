"""Where a message goes: whether what was typed can be an address for its channel, and the sentence where it cannot."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from onward.records.refusals import Refused
from onward.vocabulary import addresses
from onward.vocabulary.messages import Channel

LONGEST = 300


def address_of(channel: Channel, typed: str) -> str | None:
    """The address as it is kept, or None where what was typed cannot be one. A letter's has a line for each part."""
    if channel is Channel.LETTER:
        return addresses.block(typed)
    can_be = addresses.mobile(typed) if channel is Channel.TEXT else addresses.email(typed)
    return typed.strip() if can_be else None


def checked(channel: Channel, typed: str) -> str:
    """The address; Refused where it cannot be one."""
    found = address_of(channel, typed)
    if found is None:
        raise bad_address(channel)
    return found


def bad_address(channel: Channel) -> Refused:
    """What to say to whoever typed it."""
    return Refused(_SENTENCES[channel](), "bad_address")


_SENTENCES: dict[Channel, Callable[[], str]] = {
    Channel.TEXT: lambda: _("Check the mobile number. It should look like 07700 900 001."),
    Channel.EMAIL: lambda: _("Check the email address. It should look like name@example.com."),
    Channel.LETTER: lambda: _(
        "Check the address: a name and then the address, 3 to 7 lines, the postcode last. "
        "The most in a line is 40 letters."
    ),
}
