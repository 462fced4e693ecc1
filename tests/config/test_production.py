"""A council's installation as its settings make it: what only the demonstration has is not there."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

NEEDED = {
    "ONWARD_SECRET_KEY": "only-for-tests",
    "ONWARD_HOSTS": "help.council.example",
    "DATABASE_URL": "postgresql://onward_app@127.0.0.1:1/onward",
}
OIDC = {
    "ONWARD_OIDC_ISSUER": "https://id.council.example",
    "ONWARD_OIDC_CLIENT": "onward",
    "ONWARD_OIDC_SECRET": "s",
}
TELL = """
import json
import django
django.setup()
from django.conf import settings
from django.urls import Resolver404, resolve
def routed(path):
    try:
        return bool(resolve(path))
    except Resolver404:
        return False
print(json.dumps({
    "choose": routed("/staff/choose/"),
    "sign_in": routed("/staff/sign-in/"),
    "unused": [path for path in ("signup", "password/reset", "email", "login", "social/connections", "2fa")
               if routed(f"/staff/{path}/") or routed(f"/accounts/{path}/")],
    "demo": settings.DEMO,
    "second_factor": settings.ONWARD_SECOND_FACTOR,
    "secure": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY],
    "proxies": settings.ALLAUTH_TRUSTED_PROXY_COUNT,
}))
"""


def told(module: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What an installation with this settings module says of itself."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("ONWARD_", "DATABASE_"))
    }
    settings = {"DJANGO_SETTINGS_MODULE": f"onward.config.settings.{module}"}
    return subprocess.run(
        [sys.executable, "-c", TELL],
        env={**kept, **NEEDED, **settings, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def production() -> dict[str, Any]:
    done = told("production")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_nobody_can_choose_whom_to_be(production: dict[str, Any]) -> None:
    assert not production["choose"]
    assert not production["demo"]
    assert production["sign_in"]


def test_no_setting_from_the_environment_brings_that_page_back() -> None:
    answer = json.loads(told("production", DEMO="True", ONWARD_DEMO="yes", DEBUG="True").stdout)
    assert not answer["choose"]


def test_the_demonstration_has_the_page() -> None:
    answer = json.loads(told("demo").stdout)
    assert (answer["choose"], answer["second_factor"]) == (True, False)


def test_what_of_the_library_is_not_in_use_is_not_routed(production: dict[str, Any]) -> None:
    assert production["unused"] == []


def test_a_second_factor_is_asked_for_and_cookies_are_safe(production: dict[str, Any]) -> None:
    assert production["second_factor"]
    assert production["secure"] == [True, True, True]
    assert production["proxies"] == 1


@pytest.mark.parametrize("lacks", ["ONWARD_OIDC_CLIENT", "ONWARD_OIDC_SECRET"])
def test_half_an_identity_provider_does_not_start(lacks: str) -> None:
    done = told("production", **{**OIDC, lacks: ""})
    assert done.returncode != 0
    assert "needs all of ONWARD_OIDC_ISSUER" in done.stderr


def test_an_identity_provider_without_tls_does_not_start() -> None:
    done = told("production", **{**OIDC, "ONWARD_OIDC_ISSUER": "http://id.council.example"})
    assert "an address with https://" in done.stderr
    assert told("production", **OIDC).returncode == 0
