"""Every write of this stage. Each refuses an illegal move with a sentence, and changes nothing then."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.answering import actions as answering
from onward.directory import queries as directory
from onward.journey.contact import suggesting
from onward.journey.contact.answers import FORM, filling_of, told_for_a_call
from onward.journey.contact.beginning import Road, open_form
from onward.journey.contact.caring import keep_caring
from onward.journey.contact.choosing import Chosen, keep_chosen
from onward.journey.contact.models import Contact, Decision, Objection
from onward.journey.contact.moving import NotReady, end, moving
from onward.journey.contact.screening import keep_screening
from onward.journey.contact.sending import complete
from onward.journey.contact.waits import as_carer, begin_waits
from onward.policy.councils import Council
from onward.questionnaires.answers import Answers
from onward.records import actions as records
from onward.records import queries as remembered
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import closing
from onward.vocabulary import events
from onward.vocabulary.contact import Channel, Grounds, Outcome, State, Step, Wish
from onward.vocabulary.principals import Principal
from onward.vocabulary.using import Became, Rater

FRONT_DOOR = "front-door"  # the team that a first contact goes to
MOST_WORDS = 10_000


@action
def begin(
    *,
    case: UUID,
    wish: Wish,
    council: Council,
    key: UUID,
    by: Principal,
    on: date,
    told: Answers | None = None,
) -> UUID:
    """Begin a request, which until it is sent only its writer sees. Gives back its case.

    `told` is what they told in a request before this one: it is there to be read and changed.
    """
    records.begin_case(case=case, team=FRONT_DOOR, opened_on=None)
    open_form(case, wish, Road(), told or {}, council=council, by=by, on=on)
    return case


@action
def begin_for(
    *,
    case: UUID,
    wish: Wish,
    channel: Channel,
    received_on: date,
    council: Council,
    key: UUID,
    by: Principal,
    on: date,
) -> UUID:
    """Begin a request for somebody who rings, writes or comes: the team sees it at once. Gives back its case.

    `received_on` is the day it reached the council: what is promised counts from it.
    """
    if received_on > on:
        raise Refused(
            _("The day it came in is still to come. Write the day on which it reached us."), "too_late"
        )
    if not remembered.works_in(int(by.who), FRONT_DOOR, on):
        raise Refused(_("Requests are written by the front door’s team. Ask one of them."), "not_yours")
    records.begin_case(case=case, team=FRONT_DOOR, opened_on=on)
    open_form(case, wish, Road(channel, received_on), {}, council=council, by=by, on=on)
    return case


@action
def ask_for(*, case: UUID, wish: Wish, council: Council, by: Principal, on: date) -> None:
    """Ask for something else than at first; what was answered stays."""
    contact = moving(case, Step.ASK_FOR, by)
    change(contact, contact.version, wish=wish)
    asked = filling_of(case)
    carried = told_for_a_call(asked.form, asked.answers) if wish is Wish.RING else {}
    unanswered = {key: values for key, values in carried.items() if not asked.answers.get(key)}
    answering.put(
        case=case,
        name=FORM,
        answers={**unanswered, "wish": (wish.value,)},
        keep_months=council.keep_drafts_months,
        by=by,
        on=on,
    )
    record(events.ContactWished(case=case, wish=wish.value), by=by, on=on)


@action
def take_over(*, case: UUID, code: str, by: Principal, on: date) -> None:
    """Go on with a request that its writer could not finish, and gives us the code of: the team sees it from now on."""
    records.take_over(case=case, code=code)
    moving(case, Step.TAKE_OVER, by)
    record(events.ContactTakenOver(case=case), by=by, on=on)


@action
def send(
    *,
    case: UUID,
    council: Council,
    holidays: Collection[date],
    key: UUID,
    by: Principal,
    on: date,
    at: datetime,
) -> UUID:
    """Send the request: the team sees it from now on. A date to hear by and services near are worked out and kept."""
    contact = moving(case, Step.SEND, by)
    complete(contact, council=council, holidays=holidays, by=by, on=on, at=at)
    return case


@action
def send_more(*, case: UUID, name: str, key: UUID, by: Principal, on: date) -> UUID:
    """Send a further form to a request, for example the self-assessment. Gives back its case."""
    if Contact.objects.filter(case_id=case).exclude(state=State.DRAFT).first() is None:
        raise Refused(_("Send your request first. Then you can tell us more."), "not_now")
    answering.complete(case=case, name=name, by=by, on=on)
    keep_caring(case=case, on=on)
    keep_screening(case=case, on=on)
    return case


@action
def match(*, case: UUID, person: UUID, version: int, by: Principal, on: date) -> None:
    """Say that the request is about somebody already known."""
    contact = moving(case, Step.MATCH, by)
    change(contact, version)
    records.set_person(case=case, person=person)
    record(events.ContactMatched(case=case, person=person, newly_made=False), by=by, on=on)


@action
def match_new(
    *,
    case: UUID,
    given_name: str,
    family_name: str,
    born_on: date | None,
    postcode: str,
    version: int,
    key: UUID,
    by: Principal,
    on: date,
    nhs_number: str = "",
) -> UUID:
    """Make a person from the request. Gives back the person."""
    contact = moving(case, Step.MATCH, by)
    change(contact, version)
    person = records.make_person(
        case=case,
        given_name=given_name,
        family_name=family_name,
        born_on=born_on,
        postcode=postcode,
        nhs_number=nhs_number,
        on=on,
    )
    record(events.ContactMatched(case=case, person=person, newly_made=True), by=by, on=on)
    return person


@action
def decide(
    *,
    case: UUID,
    outcome: Outcome | None,
    grounds: frozenset[Grounds],
    reason: str,
    services: tuple[str, ...],
    version: int,
    key: UUID,
    by: Principal,
    on: date,
    passed_to: str = "",
    chosen: Chosen | None = None,
) -> UUID:
    """Decide the request. Gives back the decision; raises NotReady where the law or good sense asks for more.

    `grounds` is what the adviser says is so; what the outcome does not ask for is not kept. `chosen` is what they
    chose of what was proposed.
    """
    contact = moving(case, Step.DECIDE, by)
    known = remembered.case_person(case) is not None
    carer = as_carer(contact)
    missing = closing.missing(
        closing.Proposal(outcome, grounds, reason, services, known, as_carer=carer, passed_to=passed_to)
    )
    if missing or outcome is None:
        raise NotReady(missing)
    if len(reason) > MOST_WORDS:
        raise Refused(_too_long(len(reason)), "too_long")
    sent = directory.services(services)
    if len(sent) < len(set(services)):
        raise Refused(
            _("One of the services is not in the directory any more. Choose again."), "no_such_service"
        )
    before = contact.decisions.order_by("number").last()
    change(contact, version, state=end(Step.DECIDE, contact))
    said = sorted(grounds & closing.grounds_of(outcome, as_carer=carer))
    decision = Decision.objects.create(
        case_id=case,
        contact=contact,
        number=before.number + 1 if before else 1,
        outcome=outcome,
        grounds=said,
        passed_to=passed_to.strip() if outcome is Outcome.PASSED_ON else "",
        reason=reason.strip(),
        services=[{"id": each.service_id, "name": each.name} for each in sent],
        decided_by=str(by),
        decided_on=on,
    )
    keep_chosen(decision, chosen or Chosen(), on=on)
    for each in sent:
        suggesting.note(case, each.service_id, Became.SENT, Rater.WORKER, on)
    decided = events.ContactDecided(
        case=case, outcome=outcome.value, grounds=tuple(each.value for each in said), services=len(sent)
    )
    record(decided, by=by, on=on)
    begin_waits(contact, Outcome(before.outcome) if before else None, outcome, by=by, on=on)
    return decision.id


@action
def question(*, case: UUID, words: str, key: UUID, by: Principal, on: date) -> UUID:
    """The person says that the newest decision is wrong; the request waits again. Gives back the objection."""
    contact = moving(case, Step.QUESTION, by)
    if not words.strip():
        raise Refused(_("Tell us what is wrong, in your own words."), "no_words")
    if len(words) > MOST_WORDS:
        raise Refused(_too_long(len(words)), "too_long")
    decision = contact.decisions.latest("number")
    change(contact, contact.version, state=end(Step.QUESTION, contact))
    objection = Objection.objects.create(case_id=case, decision=decision, words=words.strip(), said_on=on)
    keep_screening(case=case, on=on)
    record(events.ContactQuestioned(case=case, decision=decision.id), by=by, on=on)
    return objection.id


def _too_long(length: int) -> str:
    return _("You wrote %(length)s letters; the most is %(most)s. Shorten it, and send it again.") % {
        "length": f"{length:,}",
        "most": f"{MOST_WORDS:,}",
    }


def nothing_opens() -> str:
    """What is said where a reference and a code open nothing: never more closely, somebody may be guessing."""
    return _("We could not find a request with that reference and code. Check both, and try again.")


def open_by_code(*, reference: str, code: str) -> UUID | None:
    """The request that a reference and its code open; None where they do not. Tries are counted and written down."""
    return records.open_by_code(reference=reference, code=code)


def note_own_look(*, case: UUID) -> None:
    """Write down that the resident looked at where their request stands."""
    records.note_look(road="page", at_what="status", why="own_request", case=case)
