"""The demonstration: as in production, but on one machine without TLS, and one may choose whom to be."""

from onward.config.settings.base import *  # noqa: F403 (a settings module is its base and what differs)

DEMO = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
ONWARD_SECOND_FACTOR = False
ALLAUTH_TRUSTED_PROXY_COUNT = 0
