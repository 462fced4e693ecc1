"""The council's own identity, by OpenID Connect: who comes from there is matched to somebody who works here already.

Nobody is made by signing in. Matched by the identity's own subject; the first time by an email address that the
identity provider has verified and an administrator has written down here. Decision 42 says why.
"""

import secrets
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from requests import RequestException

from onward.staff.account.refusing import refused

PROVIDER = "council"
NO_ANSWER = (RequestException, OAuth2Error)  # or not the one that was asked


class Council(OpenIDConnectOAuth2Adapter):
    """The identity provider. Its token must be signed by it, for us, and answer this very sign-in."""

    def get_provider(self) -> "Provider":
        return Provider(self.request, app=super().get_provider().app)

    @property
    def openid_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().openid_config
        if str(config.get("issuer", "")).rstrip("/") != settings.ONWARD_OIDC["issuer"]:
            raise OAuth2Error("The address of the issuer is another's.")
        return config

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(reverse("staff:council-back"))

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        claims = self._claims(app, kwargs["response"].get("id_token", ""))
        claims["email_verified"] = claims.get("email_verified") is True
        login = self.get_provider().sociallogin_from_response(request, {"id_token": claims})
        login.account.extra_data = {}  # nothing of it is kept but the subject
        login.nonce = claims.get("nonce")
        return login

    def _claims(self, app: Any, token: str) -> dict[str, Any]:
        config = self.openid_config
        try:
            claims: dict[str, Any] = jwtkit.verify_and_decode(
                credential=token,
                keys_url=config["jwks_uri"],
                issuer=config["issuer"],
                audience=app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
            return {**claims, "sub": claims["sub"]}
        except KeyError as missing:
            raise OAuth2Error(f"{missing} is not there.") from None


class Provider(OpenIDConnectProvider):
    """The library's, which asks through ours."""

    oauth2_adapter_class = Council


class Identities(DefaultSocialAccountAdapter):
    """Who of the identity provider's is who of ours."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """Once somebody's subject is known, their email address alone opens nothing: it may be given to another."""
        known = SocialAccount.objects.filter(provider=PROVIDER, user__emailaddress__email__iexact=email)
        return bool(super().can_authenticate_by_email(login, email)) and not known.exists()

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        expected = sociallogin.state.get("nonce")
        if not expected or sociallogin.nonce != expected:
            raise ImmediateHttpResponse(refused(request, why="identity_refused"))
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(refused(request, why="identity_unknown"))

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        raise ImmediateHttpResponse(refused(request, why="identity_refused"))


def offered() -> bool:
    """Whether this installation has an identity provider."""
    return bool(settings.ONWARD_OIDC["issuer"])


def begin(request: HttpRequest) -> HttpResponse:
    """To the council's own sign-in, by a link: a form may lead to no other site (the policy on content)."""
    following, nonce = request.GET.get("next", ""), secrets.token_urlsafe(24)
    safe = url_has_allowed_host_and_scheme(following, allowed_hosts={request.get_host()})
    try:
        response: HttpResponse = _council(request).get_provider().redirect(
            request, process="login", next_url=following if safe else None,
            auth_params={"nonce": nonce}, nonce=nonce,
        )  # fmt: skip
    except NO_ANSWER:
        return refused(request, why="identity_silent")
    return response


def come_back(request: HttpRequest) -> HttpResponse:
    """From the council's own sign-in, with what it says of somebody."""
    council = _council(request)
    try:
        response: HttpResponse = OAuth2CallbackView.adapter_view(council)(request)
    except NO_ANSWER:
        return refused(request, why="identity_silent")
    return response


def _council(request: HttpRequest) -> Council:
    if not offered():
        raise Http404
    return Council(request, PROVIDER)
