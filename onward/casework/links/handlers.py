"""What follows from what happens to claims: the directory knows no messages, so links are asked for here."""

from datetime import date

from onward.records.job import enqueue
from onward.vocabulary.events import AmendmentDecided, ClaimOpened
from onward.vocabulary.principals import Principal

LET_IN, TELL = "links.let_in", "links.tell"


def let_in(event: ClaimOpened, /, *, by: Principal, on: date) -> None:
    """A job emails the provider a link to its entry."""
    enqueue(LET_IN, lock=str(event.claim), claim=event.claim)


def tell(event: AmendmentDecided, /, *, by: Principal, on: date) -> None:
    """A job emails the provider that its changes were looked at."""
    enqueue(TELL, lock=str(event.claim), claim=event.claim, amendment=event.amendment)
