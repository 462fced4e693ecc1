"""Nothing typed is lost: a form that could not be taken comes back, whole, to be sent again.

Used where somebody was signed out in the middle of a form, and where the browser lost its proof that a form was ours.
What was typed stays in the person's own browser: nothing is stored.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render

_OURS = frozenset({"csrfmiddlewaretoken", "key", "draft", "version"})


def send_again(request: HttpRequest, *, sign_in: str = "") -> HttpResponse:
    """A page with everything that was typed and a button to send it again.

    `sign_in` is where to sign in first, in a window of its own, so that this page stays.
    """
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    typed = [(name, value) for name, value in fields if name not in _OURS and value.strip()]
    return render(
        request,
        "problems/send_again.html",
        {
            "fields": [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"],
            "typed": typed,
            "sign_in": sign_in,
            "action": request.get_full_path(),
        },
        status=401 if sign_in else 403,
    )


def send_again_after_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: a fresh proof, and the form again."""
    rotate_token(request)
    return send_again(request)
