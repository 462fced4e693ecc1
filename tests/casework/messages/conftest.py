"""A worker; the clock is put forward, nobody waits."""

import pytest

from onward.config.databases import Access
from tests.casework.messages.post import Worker


@pytest.fixture
def worker(committed: None, access: Access) -> Worker:
    return Worker(access)
