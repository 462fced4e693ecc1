"""What the sign-in library keeps of a member of staff, as an administrator's command changes it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

PROVIDER = "council"


def end_sessions(staff: int, *, using: str) -> None:
    """Every sign-in of theirs ends."""
    held = UserSession.objects.using(using).filter(user_id=staff)
    Session.objects.using(using).filter(session_key__in=held.values("session_key")).delete()
    held.delete()


def remove_factors(staff: int, *, using: str) -> None:
    """Their second factors, and the codes for when they are lost."""
    Authenticator.objects.using(using).filter(user_id=staff).delete()


def forget(staff: int, *, using: str) -> None:
    """Everything by which they could come in."""
    end_sessions(staff, using=using)
    remove_factors(staff, using=using)
    SocialAccount.objects.using(using).filter(user_id=staff).delete()
    EmailAddress.objects.using(using).filter(user_id=staff).delete()


def set_identity(staff: int, *, email: str, subject: str, using: str) -> None:
    """The identity by which they are known from now on; ValueError where it is somebody else's."""
    addresses, accounts = EmailAddress.objects.using(using), SocialAccount.objects.using(using)
    mine = {"user_id": staff}
    if addresses.filter(email__iexact=email).exclude(**mine).exists():
        raise ValueError("That email address is somebody else's here. End or change theirs first.")
    if accounts.filter(provider=PROVIDER, uid=subject).exclude(**mine).exists():
        raise ValueError("That subject is somebody else's here. End or change theirs first.")
    accounts.filter(provider=PROVIDER, **mine).delete()
    if subject:
        accounts.create(provider=PROVIDER, uid=subject, **mine)
    if email:
        addresses.filter(**mine).delete()
        addresses.create(email=email.lower(), verified=True, primary=True, **mine)
