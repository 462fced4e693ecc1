"""What an adviser chose, beside what was proposed: kept, so that the service sees how often proposals are followed.

To decide otherwise is ordinary work: a reason may be given and need not be, and nothing here is counted by worker.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from onward.journey.contact.models import Choice, Contact, Decision
from onward.journey.contact.moving import moving
from onward.journey.contact.proportionate import proportion_of
from onward.journey.contact.screening import screening_of
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary import events
from onward.vocabulary.contact import Outcome, Step
from onward.vocabulary.principals import Principal
from onward.vocabulary.proportion import ByWhom, Route
from onward.vocabulary.screening import About, Conversation, Urgency

MOST_WORDS = 2_000
DIFFERS = ~Q(chosen=F("proposed"))


@dataclass(frozen=True)
class Chosen:
    """What goes with a decision; None is not said. Route and worker are of an assessment, and of no other outcome."""

    conversation: Conversation | None = None
    route: Route | None = None
    by_whom: ByWhom | None = None
    because: str = ""


@dataclass(frozen=True)
class ChoiceSeen:
    """One choice as it was kept, in codes. `proposed` is empty where nothing was."""

    about: About
    proposed: str
    chosen: str
    because: str
    chosen_on: date


@dataclass(frozen=True)
class Otherwise:
    """Of so many choices in a period, how many were otherwise than proposed."""

    about: About
    chosen: int
    otherwise: int


@action
def set_urgency(
    *, case: UUID, urgency: Urgency, because: str, version: int, key: UUID, by: Principal, on: date
) -> UUID:
    """Say how urgent a waiting request is, otherwise than was proposed or as it was: the list is ordered by it."""
    contact = moving(case, Step.SET_URGENCY, by)
    _not_too_long(because)
    change(contact, version, urgency=urgency.value)
    proposed = Urgency(contact.proposed_urgency)
    _keep(contact, None, About.URGENCY, proposed.code, urgency.code, because=because, on=on)
    record(events.ContactUrgencySet(case=case, proposed=proposed.code, chosen=urgency.code), by=by, on=on)
    return case


def keep_chosen(decision: Decision, chosen: Chosen, *, on: date) -> None:
    """Keep what was chosen with a decision, beside what was proposed; within an action."""
    _not_too_long(chosen.because)
    contact = decision.contact
    _keep_urgency(contact, decision, on=on)
    proposed = _proposed(contact.case_id)
    for about, code in _said(chosen, Outcome(decision.outcome)).items():
        _keep(contact, decision, about, proposed.get(about, ""), code, because=chosen.because, on=on)


def choices_of(case: UUID) -> list[ChoiceSeen]:
    """Everything that was chosen of a request, in order."""
    return [
        ChoiceSeen(About(row.about), row.proposed, row.chosen, row.because, row.chosen_on)
        for row in Choice.objects.filter(case_id=case)
    ]


def otherwise(since: date, until: date) -> list[Otherwise]:
    """Choices from `since` until the day before `until`, of each kind: of a request with several the last counts."""
    counted = (
        last_choices(since, until)
        .values("about")
        .annotate(every=Count("id"), differ=Count("id", filter=DIFFERS))
    )
    of = {About(each["about"]): each for each in counted.order_by()}
    return [
        Otherwise(about, of[about]["every"], of[about]["differ"]) if about in of else Otherwise(about, 0, 0)
        for about in About
    ]


def last_choices(since: date, until: date) -> QuerySet[Choice]:
    """The last choice of each kind of each request in a period, where something had been proposed."""
    rows = Choice.objects.filter(chosen_on__gte=since, chosen_on__lt=until).exclude(proposed="")
    last = rows.order_by("contact", "about", "-number").distinct("contact", "about")
    return Choice.objects.filter(id__in=last.values("id"))


def _keep_urgency(contact: Contact, decision: Decision, *, on: date) -> None:
    """That the place in the list stayed as it was proposed; where somebody changed it, that is kept already."""
    if not contact.choices.filter(about=About.URGENCY).exists():
        proposed, urgency = Urgency(contact.proposed_urgency), Urgency(contact.urgency)
        _keep(contact, decision, About.URGENCY, proposed.code, urgency.code, on=on)


def _proposed(case: UUID) -> dict[About, str]:
    screening, proportion = screening_of(case), proportion_of(case)
    found = {About.CONVERSATION: screening.conversation.value} if screening else {}
    if proportion:
        found |= {About.ROUTE: proportion.route.code, About.BY_WHOM: proportion.by_whom.code}
    return found


def _said(chosen: Chosen, outcome: Outcome) -> Mapping[About, str]:
    said = {About.CONVERSATION: chosen.conversation.value} if chosen.conversation else {}
    assessed = outcome in (Outcome.ASSESSMENT, Outcome.URGENT)
    if assessed and chosen.route is not None:
        said[About.ROUTE] = chosen.route.code
    if assessed and chosen.by_whom is not None:
        said[About.BY_WHOM] = chosen.by_whom.code
    return said


def _keep(
    contact: Contact,
    decision: Decision | None,
    about: About,
    proposed: str,
    chosen: str,
    *,
    on: date,
    because: str = "",
) -> None:
    Choice.objects.create(
        case_id=contact.case_id,
        contact=contact,
        decision=decision,
        number=contact.choices.count() + 1,
        about=about,
        proposed=proposed,
        chosen=chosen,
        because=because.strip(),
        chosen_on=on,
    )


def _not_too_long(because: str) -> None:
    if len(because) > MOST_WORDS:
        raise Refused(
            _("Your reason has %(length)s letters; the most is %(most)s. Shorten it, and send it again.")
            % {"length": f"{len(because):,}", "most": f"{MOST_WORDS:,}"},
            "too_long",
        )
