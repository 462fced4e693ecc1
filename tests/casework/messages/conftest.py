"""The local service, and a worker; the clock is put forward, nobody waits."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from onward.config.databases import Access
from onward.gateways.notify.fake.service import FakeNotify
from onward.gateways.notify.fake.serving import serving
from tests.casework.messages.post import Worker


@pytest.fixture
def fake(settings: Settings) -> Iterator[FakeNotify]:
    """The local service, as the settings of this test name it."""
    made = FakeNotify()
    with serving(made) as account:
        settings.NOTIFY = {
            "address": account.address,
            "key": account.key,
            "email_template": account.email_template,
            "text_template": account.text_template,
        }
        yield made


@pytest.fixture
def worker(committed: None, access: Access) -> Worker:
    return Worker(access)
