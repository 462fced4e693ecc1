"""How staff sign in: what of django-allauth is switched on, how long a sign-in lasts, and the council's own identity.

Which addresses there are is decided in `onward/staff/account/urls.py`: what is not listed there answers 404.
"""

import os
from datetime import timedelta
from typing import Any

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff:home"
LOGOUT_REDIRECT_URL = "account_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Whoever signs in with a password needs a second factor, and is led to set one up.
ONWARD_SECOND_FACTOR = os.environ.get("ONWARD_SECOND_FACTOR", "yes") != "no"
# A sign-in ends when nothing was done for so long, and at the latest after so long.
ONWARD_IDLE = timedelta(minutes=int(os.environ.get("ONWARD_IDLE_MINUTES", "60")))
ONWARD_LONGEST = timedelta(hours=12)

# The council's own identity, by OpenID Connect; not offered where there is no issuer.
ONWARD_OIDC = {
    "issuer": os.environ.get("ONWARD_OIDC_ISSUER", "").rstrip("/"),
    "client": os.environ.get("ONWARD_OIDC_CLIENT", ""),
    "secret": os.environ.get("ONWARD_OIDC_SECRET", ""),
}
# Whether whoever comes from there has shown a second factor already, as far as we are concerned.
ONWARD_OIDC_SECOND_FACTOR = os.environ.get("ONWARD_OIDC_SECOND_FACTOR", "yes") != "no"

ACCOUNT_ADAPTER = "onward.staff.account.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # for the library's own check: nobody signs up
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# A lock after wrong passwords: by user name, and looser by address, which a whole office may share. It opens by
# itself: nobody is ever locked out for good. Wrong codes of a second factor count in the same way.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
# How many proxies stand in front; the address of whoever signs in is taken from the last but so many.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("ONWARD_PROXIES", "1"))

MFA_ADAPTER = "onward.staff.account.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True

SOCIALACCOUNT_ADAPTER = "onward.staff.account.council.Identities"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True


def identity_provider(oidc: dict[str, str]) -> dict[str, Any]:
    """SOCIALACCOUNT_PROVIDERS for one issuer; empty where there is none."""
    if not oidc["issuer"]:
        return {}
    app = {
        "provider_id": "council",
        "name": "council",
        "client_id": oidc["client"],
        "secret": oidc["secret"],
        "settings": {"server_url": oidc["issuer"], "fetch_userinfo": False, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


SOCIALACCOUNT_PROVIDERS = identity_provider(ONWARD_OIDC)

# Wrong tries and used codes are counted in the database, so that all processes count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "onward_counter",
        "KEY_FUNCTION": "onward.web.counting.digest",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
