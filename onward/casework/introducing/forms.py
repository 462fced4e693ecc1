"""What staff send on these pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.rules.introducing import Consent, Told
from onward.vocabulary.introductions import ANSWERS, ConsentBy, ConsentHow, State
from onward.web.typed import tidy

MOST = 2_000_000_000  # more versions than anything has
NOT_UNDERSTOOD = _("Something on the page was not understood. Look at it again, and send it again.")
FAULTS = dict.fromkeys(("required", "invalid", "invalid_choice", "min_value", "max_value"), NOT_UNDERSTOOD)
DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y"]


class IntroductionForm(forms.Form):
    """An introduction. What it needs is for `rules.introducing` to say, so every field may be empty here."""

    key = forms.UUIDField(error_messages=FAULTS)
    name = forms.CharField(required=False)
    reach = forms.CharField(required=False)
    want = forms.CharField(required=False)
    consent_by = forms.ChoiceField(choices=[(each.value, "") for each in ConsentBy], required=False)
    consent_how = forms.ChoiceField(choices=[(each.value, "") for each in ConsentHow], required=False)
    consent_on = forms.DateField(
        required=False,
        input_formats=DAYS,
        error_messages={"invalid": _("Write the day as day, month and year, like 27/3/2026")},
    )

    def told(self) -> Told:
        """What the service is to be told."""
        given = self.cleaned_data
        return Told(tidy(given["name"]), tidy(given["reach"]), tidy(given["want"]))

    def consent(self) -> Consent:
        """Who agreed, how and when."""
        by, how = self.cleaned_data["consent_by"], self.cleaned_data["consent_how"]
        return Consent(
            ConsentBy(by) if by else None,
            ConsentHow(how) if how else None,
            self.cleaned_data["consent_on"],
        )


class AnswerForm(forms.Form):
    """What a service says, or a worker heard it say."""

    key = forms.UUIDField(error_messages=FAULTS)
    answer = forms.ChoiceField(
        choices=[(each.value, "") for each in ANSWERS],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose how it goes")),
    )
    weeks = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=200,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write the weeks as a number, like 6")
        ),
    )
    words = forms.CharField(required=False)

    def clean_answer(self) -> State:
        return State(self.cleaned_data["answer"])

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"])


class VersionForm(forms.Form):
    """A change of what was read at this version."""

    version = forms.IntegerField(min_value=0, max_value=MOST, error_messages=FAULTS)
