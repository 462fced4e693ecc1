"""What staff send on this stage's pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from nhs_number.standardise import standardise_format
from nhs_number.validate import is_valid

from onward.vocabulary.contact import Channel, Grounds, Outcome, Wish
from onward.vocabulary.postcodes import tidy as tidy_postcode
from onward.web.typed import tidy

MOST = 2_000_000_000  # more versions than anything has
# Of fields that nobody types, nobody should read what is wrong with them, only what to do.
NOT_UNDERSTOOD = _("Something on the page was not understood. Look at it again, and send it again.")
DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y"]
FAULTS = ("required", "invalid", "min_value", "max_value")


class SentOnce(forms.Form):
    """Carries the version that was read, and the key by which two sends are one."""

    version = forms.IntegerField(
        min_value=0, max_value=MOST, error_messages=dict.fromkeys(FAULTS, NOT_UNDERSTOOD)
    )
    key = forms.UUIDField(error_messages=dict.fromkeys(FAULTS, NOT_UNDERSTOOD))


class DecisionForm(SentOnce):
    """A decision. What it needs is for `rules.closing` to say, so every field may be empty here."""

    outcome = forms.ChoiceField(choices=[(each.value, each.value) for each in Outcome], required=False)
    grounds = forms.MultipleChoiceField(
        choices=[(each.value, each.value) for each in Grounds], required=False
    )
    passed_to = forms.CharField(required=False, strip=True, max_length=200)
    reason = forms.CharField(required=False, strip=True)
    services = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, offered: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["services"].choices = [(each, each) for each in offered]  # type: ignore[attr-defined]

    def clean_passed_to(self) -> str:
        return tidy(self.cleaned_data["passed_to"])

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"])


class NewRequestForm(forms.Form):
    """How a request came in that one of us writes down."""

    key = forms.UUIDField(error_messages=dict.fromkeys(FAULTS, NOT_UNDERSTOOD))
    channel = forms.ChoiceField(
        choices=[(each.value, each.value) for each in Channel if each is not Channel.ONLINE],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose how it came in")),
    )
    wish = forms.ChoiceField(
        choices=[(each.value, each.value) for each in Wish],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what they ask for")),
    )
    received_on = forms.DateField(
        required=False,
        input_formats=DAYS,
        error_messages={"invalid": _("Write the day as day, month and year, like 27/3/2026")},
    )


class TakeOverForm(forms.Form):
    """What somebody reads out who wants us to go on with their form."""

    reference = forms.CharField(
        max_length=40, error_messages=dict.fromkeys(("required", "max_length"), _("Write their reference"))
    )
    code = forms.CharField(
        max_length=40, error_messages=dict.fromkeys(("required", "max_length"), _("Write their code"))
    )


class NewPersonForm(SentOnce):
    given_name = forms.CharField(max_length=100, error_messages={"required": _("Write the first name")})
    family_name = forms.CharField(max_length=100, error_messages={"required": _("Write the last name")})
    born_on = forms.DateField(
        required=False,
        input_formats=DAYS,
        error_messages={"invalid": _("Write the date of birth as day, month and year, like 27/3/1950")},
    )
    postcode = forms.CharField(max_length=20, required=False)
    nhs_number = forms.CharField(max_length=20, required=False)

    def clean_nhs_number(self) -> str:
        return checked_nhs_number(self.cleaned_data["nhs_number"])

    def clean_postcode(self) -> str:
        typed = self.cleaned_data["postcode"]
        postcode = tidy_postcode(typed)
        if typed.strip() and postcode is None:
            raise forms.ValidationError(_("Check the postcode. It should look like M33 2RP"))
        return postcode or ""


class NhsNumberForm(forms.Form):
    """A number to search with."""

    nhs_number = forms.CharField(max_length=20, error_messages={"required": _("Write the NHS number")})

    def clean_nhs_number(self) -> str:
        return checked_nhs_number(self.cleaned_data["nhs_number"])


def checked_nhs_number(typed: str) -> str:
    """Its ten digits, or nothing where nothing was typed; ValidationError where its check digit is wrong."""
    digits = standardise_format(typed)
    if typed.strip() and not (digits and is_valid(digits)):
        raise forms.ValidationError(
            _(
                "Check the NHS number: it has ten digits, and these do not fit together. For example, 943 476 5919"
            )
        )
    return digits or ""


class SameRequestForm(SentOnce):
    """An earlier request by the same person."""

    other = forms.UUIDField(error_messages=dict.fromkeys(FAULTS, _("Choose a request, or make a new person")))


class MatchForm(forms.Form):
    version = forms.IntegerField(
        min_value=0, max_value=MOST, error_messages=dict.fromkeys(FAULTS, NOT_UNDERSTOOD)
    )
    person = forms.UUIDField(error_messages=dict.fromkeys(FAULTS, _("Choose a person, or make a new one")))
