"""The interface as its own description says it, put to the test with values that nobody thought of."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings

from onward.api.api import api
from onward.config.wsgi import application
from onward.records.models import Staff


def described() -> dict[str, Any]:
    """The interface's description, as somebody reads it who is signed in already."""
    whole: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/v1/")
    for operations in whole["paths"].values():
        for each in operations.values():
            each.pop("security", None)
    return whole


schema = schemathesis.openapi.from_dict(described())
schema.app = application


@pytest.fixture(autouse=True)
def _one_transaction() -> Iterator[None]:
    """As in Django's own client, a request does not end the test's transaction."""
    ends = (request_started, request_finished)
    for each in ends:
        each.disconnect(close_old_connections)
    yield
    for each in ends:
        each.connect(close_old_connections)


@pytest.fixture
def ada(db: None) -> dict[str, str]:
    """The cookies of a signed-in adviser."""
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    return {name: morsel.value for name, morsel in client.cookies.items()}


@pytest.mark.django_db
@schema.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_operation_answers_as_described(case: Any, ada: dict[str, str]) -> None:
    response = case.call(cookies=ada)
    assert response.status_code < 500
    case.validate_response(response)
