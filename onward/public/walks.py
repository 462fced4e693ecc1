"""The forms that the public fills in, one page at a time: where each has its pages, and how it begins."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils import timezone

from onward.casework.answering import actions as answering
from onward.casework.answering import queries
from onward.casework.answering.forms import FIRST_CONTACT, NEEDS, in_force
from onward.casework.answering.seen import Filling
from onward.journey.contact import actions as contacts
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.records.principal import current
from onward.vocabulary.contact import Wish
from onward.web.here import here


@dataclass(frozen=True)
class Walk:
    """One form as it is walked through. `road` begins the names of its addresses; `first` is answered from the start.

    Where `may_stop` every page can be the last: what is answered so far may be sent from it.
    """

    name: str
    road: str
    first: Answers
    begin: Callable[[UUID], None]
    may_stop: bool

    def page(self, link_id: str) -> str:
        """The address of a page."""
        return reverse(f"public:{self.road}-page", kwargs={"page": link_id})

    def to(self, place: str) -> str:
        """The address of `check`, `sent`, `start` or `later`."""
        return reverse(f"public:{self.road}-{place}")

    def filling(self, case: UUID) -> Filling | None:
        """What was answered so far; None where it was not begun."""
        return queries.filling(case, self.name)

    def begun(self, case: UUID) -> Filling:
        """The same; begins it where it was not."""
        found = self.filling(case)
        if found is None:
            self.begin(case)
            found = self.filling(case)
        assert found is not None  # noqa: S101 (it was begun a line above)
        return found

    def form(self, filling: Filling | None) -> Questionnaire:
        """The form as it was begun, or as it would be begun today."""
        return filling.form if filling else in_force(self.name, timezone.localdate())


def _begin_request(case: UUID) -> None:
    contacts.begin(
        case=case, wish=Wish.ADVICE, council=here(), key=case, by=current(), on=timezone.localdate()
    )


def _begin_more(case: UUID) -> None:
    answering.begin(
        case=case,
        name=NEEDS,
        keep_months=here().keep_drafts_months,
        key=uuid4(),
        by=current(),
        on=timezone.localdate(),
    )


REQUEST = Walk(FIRST_CONTACT, "help", {"wish": (Wish.ADVICE.value,)}, _begin_request, may_stop=False)
MORE = Walk(NEEDS, "more", {}, _begin_more, may_stop=True)
WALKS = {each.name: each for each in (REQUEST, MORE)}
