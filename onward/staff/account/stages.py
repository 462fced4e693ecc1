"""Between the password and being signed in."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.http import HttpRequest


class SecondFactor(AuthenticateStage):
    """A second factor is asked for wherever there is one, but of whom the council's identity vouches for."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return not _vouched_for(request, self.login.user) and super()._should_handle(request)


def _vouched_for(request: HttpRequest, user: object) -> bool:
    ways = {each["method"] for each in get_authentication_records(request, user)}
    return bool(settings.ONWARD_OIDC_SECOND_FACTOR) and "socialaccount" in ways
