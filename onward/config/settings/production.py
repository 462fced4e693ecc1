"""A council's installation. Refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from onward.config.settings.base import *  # noqa: F403 (a settings module is its base and what differs)
from onward.config.settings.base import ALLOWED_HOSTS, DATABASES, ONWARD_OIDC, SECRET_KEY

for _name, _value in {
    "ONWARD_SECRET_KEY (a long random text)": SECRET_KEY,
    "ONWARD_HOSTS (the addresses this is reached at, with commas between)": ALLOWED_HOSTS,
    "DATABASE_URL (the role that owns nothing)": DATABASES["default"].get("NAME"),
}.items():
    if not _value:
        raise ImproperlyConfigured(
            f"Set {_name} in the environment: docs/running/settings.md lists them all."
        )

if ONWARD_OIDC["issuer"] and not (
    ONWARD_OIDC["issuer"].startswith("https://") and ONWARD_OIDC["client"] and ONWARD_OIDC["secret"]
):
    raise ImproperlyConfigured(
        "The council's own identity needs all of ONWARD_OIDC_ISSUER (an address with https://), ONWARD_OIDC_CLIENT and "
        "ONWARD_OIDC_SECRET: docs/running/settings.md says what they are."
    )

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
