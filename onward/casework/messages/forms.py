"""What staff send about a message."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.casework.messages.addressing import LONGEST

MOST = 2_000_000_000  # more versions than anything has
# Of fields that nobody types, nobody should read what is wrong with them, only what to do.
NOT_UNDERSTOOD = _("Something on the page was not understood. Look at it again, and send it again.")
FAULTS = dict.fromkeys(("required", "invalid", "min_value", "max_value"), NOT_UNDERSTOOD)


class MoveForm(forms.Form):
    """Do something with a message, at the version that was read."""

    version = forms.IntegerField(min_value=0, max_value=MOST, error_messages=FAULTS)


class AgainForm(MoveForm):
    """Send a failed message again; whether the address can be one is for the action to say."""

    key = forms.UUIDField(error_messages=FAULTS)
    to = forms.CharField(
        max_length=LONGEST,
        error_messages={
            "required": _("Write the address or the number"),
            "max_length": _("That is too long for an address. The most is 300 letters"),
        },
    )
