"""Tests: where the database is, is filled in by `tests/conftest.py` once it runs."""

from onward.config.settings.base import *  # noqa: F403 (a settings module is its base and what differs)

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost"]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "NAME": "onward_test"},
    "owner": {"ENGINE": "django.db.backends.postgresql", "NAME": "onward_test"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ONWARD_COUNCIL = "larkmoor"
ONWARD_ADDRESS = "https://help.example.org"
ONWARD_SECOND_FACTOR = False  # but where a test is about it
ALLAUTH_TRUSTED_PROXY_COUNT = 0
