"""Changing how one signs in. Each asks for the password, or a second factor, again where that was a while ago."""

from typing import Any

from allauth.account.views import PasswordChangeView, ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as FactorAgainView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy

from onward.staff.account import lifetime, written_down
from onward.web.access import own_page

ACCOUNT = reverse_lazy("mfa_index")


class OwnPage:
    """A page of one's own; a form that could not be taken is answered as such, with what is wrong beside it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return own_page(super().dispatch)(request, *args, **kwargs)  # type: ignore[misc]

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        response.status_code = 422
        return response


class ChangePassword(OwnPage, PasswordChangeView):
    """A new password, for somebody who has one. Their other sign-ins end."""

    template_name = "staff/account/password.html"
    success_url = ACCOUNT

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect(ACCOUNT)
        return super().dispatch(request, *args, **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        if "oldpassword" in form.errors:
            written_down.wrong("wrong_password")
        return super().form_invalid(form)


class PasswordAgain(OwnPage, ReauthenticateView):
    """The password once more, before something that matters."""

    template_name = "staff/account/password_again.html"


class CodeAgain(OwnPage, FactorAgainView):
    """The app's code once more, before something that matters."""

    template_name = "staff/account/code_again.html"


class PasskeyAgain(OwnPage, ReauthenticateWebAuthnView):
    """The passkey once more, before something that matters."""

    template_name = "staff/account/passkey_again.html"


class Strengthens(OwnPage):
    """What is set up here counts for this very sign-in too: it was just shown to work."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        request: HttpRequest = self.request  # type: ignore[attr-defined]
        lifetime.strengthen(request, who=request.user.pk or 0)
        return response


class SetUpApp(Strengthens, ActivateTOTPView):
    """An app that shows codes becomes a second factor."""

    template_name = "staff/account/set_up_app.html"


class RemoveApp(OwnPage, DeactivateTOTPView):
    """The app is no second factor any more."""

    template_name = "staff/account/remove_app.html"
    success_url = ACCOUNT


class AddPasskey(Strengthens, AddWebAuthnView):
    """A passkey, on this device or a key, becomes a second factor."""

    template_name = "staff/account/add_passkey.html"


class RemovePasskey(OwnPage, RemoveWebAuthnView):
    """A passkey is no second factor any more."""

    template_name = "staff/account/remove_passkey.html"
    success_url = ACCOUNT


class Codes(OwnPage, ViewRecoveryCodesView):
    """Codes for when the second factor is lost, shown once."""

    template_name = "staff/account/codes.html"


class NewCodes(OwnPage, GenerateRecoveryCodesView):
    """New codes for when the second factor is lost; the old ones no longer work."""

    template_name = "staff/account/new_codes.html"
