"""Nothing typed is lost: a form that could not be taken comes back, whole, to be sent again.

Used where somebody was signed out in the middle of a form, and where the browser lost its proof that a form was ours.
What was typed stays in the person's own browser: nothing is stored. A password is never sent back.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from onward.policy.questionnaires import questionnaires
from onward.questionnaires.definition import Item
from onward.web.questions.words import shown_answer

_NEVER_AGAIN = frozenset({"csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2"})
# Fields of the forms that are no questionnaire; any other is carried along and not shown.
_NAMES = {
    "reason": _("Your reason"),
    "objection": _("What is wrong?"),
    "given_name": _("First name"),
    "family_name": _("Last name"),
    "born_on": _("Date of birth"),
    "postcode": _("Postcode"),
    "reference": _("Reference"),
    "code": _("Code"),
    "login": _("User name"),
}


def send_again(request: HttpRequest, *, sign_in: str = "") -> HttpResponse:
    """A page with everything that was typed and a button to send it again.

    `sign_in` is where to sign in first, in a window of its own, so that this page stays.
    """
    lists = [(name, values) for name, values in request.POST.lists() if name not in _NEVER_AGAIN]
    return render(
        request,
        "problems/send_again.html",
        {
            "fields": [(name, value) for name, values in lists for value in values],
            "typed": [told for name, values in lists if (told := _told(name, values)) and any(told[1])],
            "sign_in": sign_in,
            "action": request.get_full_path(),
        },
        status=401 if sign_in else 403,
    )


def send_again_after_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: a fresh proof, and the form again."""
    rotate_token(request)
    return send_again(request)


def _told(name: str, values: list[str]) -> tuple[str, list[str]] | None:
    """A field in words: what it asks, and what was answered; None for one that says nothing to its reader."""
    item = _question(name)
    if item is not None and item.type != "date":
        return item.text, shown_answer(item, tuple(values))
    return (str(_NAMES[name]), values) if name in _NAMES else None


def _question(name: str) -> Item | None:
    return next((item for each in questionnaires() for item in each.walk() if item.link_id == name), None)
