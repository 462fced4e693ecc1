"""Every write of this stage. Each refuses an illegal move with a sentence, and changes nothing then."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from onward.directory import queries as directory
from onward.journey.contact.answers import Said, form, said
from onward.journey.contact.models import Contact, Decision, Objection
from onward.journey.contact.suggesting import keep_suggestions
from onward.journey.contact.words import MISSING
from onward.policy.councils import Council
from onward.questionnaires.answers import Answers, from_fhir, to_fhir
from onward.questionnaires.applicability import kept
from onward.questionnaires.pages import first_unfinished
from onward.records import actions as records
from onward.records import queries as remembered
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import closing, reply
from onward.vocabulary import events
from onward.vocabulary.contact import Grounds, Outcome, State, Step, Wish, move
from onward.vocabulary.principals import Principal

FRONT_DOOR = "front-door"  # the team that a first contact goes to
MOST_WORDS = 10_000


class NotReady(Refused):
    """A decision about which something is still to be said; `missing` says what."""

    code = "not_ready"

    def __init__(self, missing: tuple[closing.Missing, ...]) -> None:
        super().__init__(". ".join(str(MISSING[each]) for each in missing) + ".")
        self.missing = missing


@action
def begin(*, case: UUID, wish: Wish, key: UUID, by: Principal, on: date) -> UUID:
    """Begin a request, which until it is sent only its writer sees. Gives back its case."""
    records.begin_case(case=case, team=FRONT_DOOR)
    contact = Contact.objects.create(case_id=case, wish=wish)
    _save(contact, {"wish": (wish.value,)})
    record(events.ContactBegun(case=case, wish=wish.value), by=by, on=on)
    return case


@action
def answer(*, case: UUID, page: str, given: Answers, version: int, by: Principal, on: date) -> None:
    """Keep the answers to one page of the questionnaire."""
    contact = _moving(case, Step.ANSWER)
    on_page = {item.link_id for item in form().item(page).walk()}
    before = {link: values for link, values in _answers(case).items() if link not in on_page}
    change(contact, version)
    _save(contact, {**before, **given})
    record(events.ContactAnswered(case=case, page=page), by=by, on=on)


@action
def ask_for(*, case: UUID, wish: Wish, by: Principal, on: date) -> None:
    """Ask for something else than at first; what was answered stays."""
    contact = _moving(case, Step.ANSWER)
    change(contact, contact.version, wish=wish)
    _save(contact, {**_answers(case), "wish": (wish.value,)})
    record(events.ContactWished(case=case, wish=wish.value), by=by, on=on)


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
    contact = _moving(case, Step.SEND)
    answers = kept(form(), _answers(case))
    if page := first_unfinished(form(), answers, today=on):
        raise Refused(
            _("There is still something to answer: “%(page)s”.") % {"page": _(page.text)}, "unfinished"
        )
    facts = said(answers)
    by_when = reply.reply_by(facts.wish, on, council.reply, holidays)
    records.complete_response(
        case=case, questionnaire=form().url, answers=to_fhir(form(), answers, status="completed"), on=on
    )
    records.open_case(case=case, on=on)
    change(
        contact,
        contact.version,
        **_facts(facts),
        state=_end(Step.SEND, contact),
        sent_on=on,
        sent_at=at,
        reply_by=by_when,
    )
    records.keep_answer(
        case=case,
        kind="contact.reply_by",
        inputs={"wish": facts.wish.value, "asked_on": str(on), "holidays": sorted(map(str, holidays))},
        answer=str(by_when),
        versions={"rules.reply": reply.VERSION, "policy": council.version},
        on=on,
    )
    keep_suggestions(case=case, facts=facts, on=on)
    sent = events.ContactSent(
        case=case, wish=facts.wish.value, needs=facts.needs, for_another=facts.for_another
    )
    record(sent, by=by, on=on)
    return case


@action
def match(*, case: UUID, person: UUID, version: int, by: Principal, on: date) -> None:
    """Say that the request is about somebody already known."""
    contact = _moving(case, Step.MATCH)
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
) -> UUID:
    """Make a person from the request. Gives back the person."""
    contact = _moving(case, Step.MATCH)
    change(contact, version)
    person = records.make_person(
        case=case, given_name=given_name, family_name=family_name, born_on=born_on, postcode=postcode, on=on
    )
    record(events.ContactMatched(case=case, person=person, newly_made=True), by=by, on=on)
    return person


@action
def decide(
    *,
    case: UUID,
    outcome: Outcome | None,
    grounds: Grounds | None,
    reason: str,
    services: tuple[str, ...],
    version: int,
    key: UUID,
    by: Principal,
    on: date,
) -> UUID:
    """Decide the request. Gives back the decision; raises NotReady where the law or good sense asks for more."""
    contact = _moving(case, Step.DECIDE)
    known = remembered.case_person(case) is not None
    missing = closing.missing(closing.Proposal(outcome, grounds, reason, services, person_known=known))
    if missing or outcome is None:
        raise NotReady(missing)
    if len(reason) > MOST_WORDS:
        raise Refused(_too_long(len(reason)), "too_long")
    change(contact, version, state=_end(Step.DECIDE, contact))
    decision = Decision.objects.create(
        case_id=case,
        contact=contact,
        number=contact.decisions.count() + 1,
        outcome=outcome,
        grounds=grounds or "",
        reason=reason.strip(),
        services=[{"id": each.service_id, "name": each.name} for each in directory.services(services)],
        decided_by=str(by),
        decided_on=on,
    )
    decided = events.ContactDecided(
        case=case, outcome=outcome.value, grounds=grounds or "", services=services
    )
    record(decided, by=by, on=on)
    return decision.id


@action
def question(*, case: UUID, words: str, key: UUID, by: Principal, on: date) -> UUID:
    """The person says that the newest decision is wrong; the request waits again. Gives back the objection."""
    contact = _moving(case, Step.QUESTION)
    if not words.strip():
        raise Refused(_("Tell us what is wrong, in your own words."), "no_words")
    if len(words) > MOST_WORDS:
        raise Refused(_too_long(len(words)), "too_long")
    decision = contact.decisions.latest("number")
    change(contact, contact.version, state=_end(Step.QUESTION, contact))
    objection = Objection.objects.create(case_id=case, decision=decision, words=words.strip(), said_on=on)
    record(events.ContactQuestioned(case=case, decision=decision.id), by=by, on=on)
    return objection.id


def _moving(case: UUID, step: Step) -> Contact:
    """The contact, locked; refused where the stage's table has no such move from where it stands."""
    contact = Contact.objects.select_for_update().filter(case_id=case).first()
    if contact is None:
        raise Refused(_("That request could not be found."), "no_such_contact")
    if move(step, State(contact.state)) is None:
        raise Refused(_NOT_NOW.get(step, lambda: _("That cannot be done now."))(), "not_now")
    return contact


_NOT_NOW = {
    Step.ANSWER: lambda: _(
        "You have already sent this. If something has changed, tell us and we will add it."
    ),
    Step.SEND: lambda: _("You have already sent this."),
    Step.DECIDE: lambda: _("This request was already decided. Look at what it says now."),
    Step.QUESTION: lambda: _(
        "There is no decision that you could tell us is wrong, or you have told us already."
    ),
}


def _end(step: Step, contact: Contact) -> str:
    made = move(step, State(contact.state))
    return made.end if made else contact.state


def _facts(facts: Said) -> Mapping[str, Any]:
    names = (
        "wish",
        "for_another",
        "other_agrees",
        "given_name",
        "family_name",
        "born_on",
        "postcode",
        "contact_by",
    )
    return {**{name: getattr(facts, name) for name in names}, "needs": list(facts.needs)}


def _answers(case: UUID) -> dict[str, tuple[str, ...]]:
    found = remembered.response(case, form().url)
    return from_fhir(found[0]) if found else {}


def _save(contact: Contact, answers: Answers) -> None:
    records.save_response(
        case=contact.case_id,
        questionnaire=form().url,
        questionnaire_version=form().version,
        answers=to_fhir(form(), answers, status="in-progress"),
    )


def _too_long(length: int) -> str:
    return _("You wrote %(length)s letters; the most is %(most)s. Shorten it, and send it again.") % {
        "length": f"{length:,}",
        "most": f"{MOST_WORDS:,}",
    }
