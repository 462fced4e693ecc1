"""Every sign-in and every change to how somebody signs in becomes an event; every wrong try a refused look.

The library says when; what was typed is never kept, and who is meant only where they had shown who they are.
"""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import password_changed
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from onward.records.actions import note_look
from onward.records.principal import acting_as
from onward.staff import actions
from onward.staff.account import lifetime
from onward.vocabulary.principals import Principal

FIRST = {"password": "password", "socialaccount": "council"}
STRONG = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def wrong(why: str) -> None:
    """Somebody was not let in; `why` is a code."""
    note_look(road="page", at_what="sign-in", why=why, allowed=False)


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> None:
    """Also where somebody is chosen in the demonstration."""
    way, factor = _shown(request, user)
    lifetime.begin(request)
    if factor or (way == "council" and settings.ONWARD_OIDC_SECOND_FACTOR):
        lifetime.strengthen(request, who=user.pk)
    by = Principal.staff(user.pk)
    with acting_as(by):
        actions.signed_in(way=way, factor=factor, by=by, on=timezone.localdate())


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: AbstractBaseUser | None, **kwargs: Any) -> None:
    """The list of sessions forgets it."""
    UserSession.objects.filter(session_key=request.session.session_key or "").delete()


@receiver(factors.authentication_failed)
def wrong_factor(user: AbstractBaseUser, **kwargs: Any) -> None:
    """The password was right, so that it is known who tries."""
    with acting_as(Principal.staff(user.pk)):
        wrong("wrong_code")


@receiver(factors.authenticator_added)
def factor_added(user: AbstractBaseUser, authenticator: Any, **kwargs: Any) -> None:
    _factor(user, authenticator.type, "added")


@receiver(factors.authenticator_removed)
def factor_removed(request: HttpRequest, user: AbstractBaseUser, authenticator: Any, **kwargs: Any) -> None:
    if not is_mfa_enabled(user, STRONG):
        lifetime.weaken(request)
    _factor(user, authenticator.type, "removed")


@receiver(factors.authenticator_reset)
def codes_renewed(user: AbstractBaseUser, authenticator: Any, **kwargs: Any) -> None:
    _factor(user, authenticator.type, "renewed")


@receiver(password_changed)
def new_password(user: AbstractBaseUser, **kwargs: Any) -> None:
    by = Principal.staff(user.pk)
    with acting_as(by):
        actions.password_changed(by=by, on=timezone.localdate())


def _factor(user: AbstractBaseUser, factor: str, change: str) -> None:
    by = Principal.staff(user.pk)
    with acting_as(by):
        actions.factor_changed(factor=str(factor), change=change, by=by, on=timezone.localdate())


def _shown(request: HttpRequest, user: AbstractBaseUser) -> tuple[str, str]:
    """How somebody came in, and which second factor they showed; empty where none."""
    records = list(reversed(get_authentication_records(request, user)))
    way = next((FIRST[each["method"]] for each in records if each["method"] in FIRST), "chosen")
    factor = next((str(each["type"]) for each in records if each["method"] == "mfa"), "")
    return way, factor
