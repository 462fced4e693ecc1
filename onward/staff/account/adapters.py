"""Our rules for signing in, where the library asks for them."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from onward.records.sealing import seal, unseal
from onward.staff.account import lifetime, written_down
from onward.staff.account.refusing import refused
from onward.web.here import here

TOO_OFTEN = _("That was wrong too often. Wait five minutes, then try again.")
WRONG_CODE = _("That is not the code. Wait until your app shows a new one, and type that.")


class Accounts(DefaultAccountAdapter):
    """Nobody signs up, no mail is sent, wrong tries are written down, and a leaver is told nothing special."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The user name and password do not belong together. Check both."),
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "incorrect_password": _("That is not your password. Check it."),
        "enter_current_password": _("That is not your password of today. Check it."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return ["onward.staff.account.stages.SecondFactor"]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            written_down.wrong("locked")
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        written_down.wrong("wrong_password")

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        return refused(request, why="left")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not again within five minutes: the first second factor follows on the password."""
        return not lifetime.is_fresh(context.request.session, time.time())


class SecondFactors(DefaultMFAAdapter):
    """Secrets are sealed with the installation's key, so that a copy of the database alone shows no codes."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def get_totp_issuer(self) -> str:
        return here().name

    def _get_site_name(self) -> str:
        return here().name

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
