"""The one way to let something happen later: a job, written in the transaction of the change that asks for it.

So there is no change without its job and no job without its change. A job is told ids and nothing else: what it works
on it reads when it runs, as a principal of its own that sees no more than it needs. Every job may run twice: a worker
can be lost between what it did and its saying so.
"""

from datetime import timedelta
from uuid import UUID

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from onward.rules.trying import pause


class Later(Exception):
    """A job asks to be run again after a while, because what it needs is in trouble."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__("later")
        self.wait = wait


class Patient(BaseRetryStrategy):
    """As long as the job asks; after anything unforeseen, as `rules.trying` says, and then not again."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        wait = exception.wait if isinstance(exception, Later) else pause(job.attempts + 1)
        return None if wait is None else RetryDecision(retry_in={"seconds": int(wait.total_seconds())})


def enqueue(name: str, *, lock: str, **ids: UUID) -> None:
    """Let the job `name` run once this transaction is committed; within an action. Jobs of one `lock` run one after
    another."""
    app.configure_task(name, lock=lock).defer(**{what: str(each) for what, each in ids.items()})
