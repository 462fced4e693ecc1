"""What staff send about a promise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.rules.promising import Due
from onward.vocabulary.promises import AgreedBy, AgreedHow, Kind, Reached
from onward.web.typed import tidy

MOST = 2_000_000_000  # more versions than anything has
NOT_UNDERSTOOD = _("Something on the page was not understood. Look at it again, and send it again.")
FAULTS = dict.fromkeys(("required", "invalid", "min_value", "max_value", "invalid_choice"), NOT_UNDERSTOOD)
DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y"]
TIMES = ["%H:%M", "%H.%M", "%H"]
_TIME_FAULT = {"invalid": _("Write the time like 9:30 or 14:00")}


def _choices(codes: Any) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in codes]


class AtVersion(forms.Form):
    """Something done to a promise as it was read."""

    version = forms.IntegerField(min_value=0, max_value=MOST, error_messages=FAULTS)


class CallForm(AtVersion):
    key = forms.UUIDField(error_messages=FAULTS)
    ended = forms.ChoiceField(choices=_choices(Reached), error_messages=FAULTS)

    def clean_ended(self) -> Reached:
        return Reached(self.cleaned_data["ended"])


class DueForm(forms.Form):
    """A day, and for a call the hours."""

    key = forms.UUIDField(error_messages=FAULTS)
    due_on = forms.DateField(
        input_formats=DAYS,
        error_messages=dict.fromkeys(
            ("required", "invalid"), _("Write the day as day, month and year, like 27/3/2027")
        ),
    )
    start = forms.TimeField(required=False, input_formats=TIMES, error_messages=_TIME_FAULT)
    until = forms.TimeField(required=False, input_formats=TIMES, error_messages=_TIME_FAULT)

    def told(self) -> dict[str, Any]:
        """What the action is told."""
        sent = dict(self.cleaned_data)
        sent["due"] = Due(sent.pop("due_on"), sent.pop("start"), sent.pop("until"))
        return sent


class MakeForm(DueForm):
    kind = forms.ChoiceField(
        choices=_choices([Kind.CALL_BACK, Kind.VISIT, Kind.DECISION]),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what you promise")),
    )

    def clean_kind(self) -> Kind:
        return Kind(self.cleaned_data["kind"])


class AskForm(DueForm, AtVersion):
    pass


class MoveForm(DueForm, AtVersion):
    agreed_by = forms.ChoiceField(
        choices=_choices(AgreedBy),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose who agreed")),
    )
    agreed_how = forms.ChoiceField(
        choices=_choices(AgreedHow),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose how they agreed")),
    )

    def clean_agreed_by(self) -> AgreedBy:
        return AgreedBy(self.cleaned_data["agreed_by"])

    def clean_agreed_how(self) -> AgreedHow:
        return AgreedHow(self.cleaned_data["agreed_how"])


class LetGoForm(AtVersion):
    reason = forms.CharField(required=False, strip=True)

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"])
