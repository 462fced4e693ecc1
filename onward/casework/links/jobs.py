"""The jobs of links: each email acts for its own link; links to providers are made by a job of their own."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from onward.casework.links import actions, sending
from onward.casework.links.actions import DELIVER
from onward.casework.links.handlers import LET_IN, TELL
from onward.casework.links.queries import was_made
from onward.directory import claims
from onward.records.job import Patient
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal

MAKER = Principal.job("links")


@app.task(name=DELIVER, retry=Patient())
def deliver(link: str) -> None:
    """Email one link."""
    by = Principal.job(f"link:{link}")
    with acting_as(by):
        sending.hand_over(link=UUID(link), by=by, on=timezone.localdate())


@app.task(name=LET_IN, retry=Patient())
def let_in(claim: str) -> None:
    """Send a provider the link to its own entry."""
    _make(UUID(claim), occasion=UUID(claim), email="claim")


@app.task(name=TELL, retry=Patient())
def tell(claim: str, amendment: str) -> None:
    """Tell a provider that its changes were looked at."""
    _make(UUID(claim), occasion=UUID(amendment), email="amendment")


def _make(claim: UUID, *, occasion: UUID, email: str) -> None:
    with acting_as(MAKER):
        asked = claims.claim(claim)
        if asked is None or not asked.is_open or was_made(occasion):
            return
        actions.make_for_provider(
            claim=claim,
            occasion=occasion,
            to=asked.email,
            email=email,
            service=asked.service_name,
            by=MAKER,
            on=timezone.localdate(),
        )
