"""Every write of introductions."""

from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from onward.casework.introducing.models import Introduction, ServiceAnswer
from onward.casework.introducing.moving import moving
from onward.casework.links import actions as links
from onward.directory.reach import Reached, reached
from onward.records import actions as records
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules.introducing import Consent, Missing, Told, missing
from onward.vocabulary import events
from onward.vocabulary.introductions import ANSWERS, State, Step, Way, move
from onward.vocabulary.links import Purpose
from onward.vocabulary.principals import Kind, Principal

MOST_LETTERS, MOST_OF_A_NAME, MOST_WEEKS = 5_000, 200, 200


class NotAgreed(Refused):
    """Something is missing before a service may be told; `missing` says what."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(_("Something is missing before the service may be told."), "not_agreed")
        self.missing = missing


@action
def introduce(
    *, case: UUID, service: str, told: Told, consent: Consent, key: UUID, by: Principal, on: date
) -> UUID:
    """Tell a service of somebody who agrees to it: by an email with a link, or by the worker where we know no address.

    Gives the introduction's id. NotAgreed where the consent, or what is to be told, is not whole.
    """
    made = move(Step.INTRODUCE, None)
    if made is None or not made.is_for(by):
        raise Refused(_("This is not yours to do."), "not_yours")
    if lacking := missing(told, consent, today=on):
        raise NotAgreed(lacking)
    _refuse_too_long(told)
    to = _there(service)
    row = Introduction(
        case_id=case,
        service=to.service_id,
        service_uuid=to.uuid,
        service_name=to.name,
        told_name=told.name.strip(),
        told_reach=told.reach.strip(),
        told_want=told.want.strip(),
        consent_by=consent.by or "",
        consent_how=consent.how or "",
        consent_on=consent.on or on,
        recorded_by=str(by),
        way=Way.EMAIL if to.email else Way.BY_HAND,
        introduced_on=on,
    )
    row.save(force_insert=True)
    if to.email:
        _send_link(row, to, row.id, by, on)
    record(
        events.IntroductionSent(case=case, introduction=row.id, service=to.uuid, way=row.way), by=by, on=on
    )
    return row.id


@action
def answer(
    *, introduction: UUID, answer: State, weeks: int | None, words: str, key: UUID, by: Principal, on: date
) -> UUID:
    """The service says how it goes, by its link; or a worker writes down what they heard. Gives the answer's id."""
    if answer not in ANSWERS:
        raise Refused(_("Choose how it goes."), "no_answer")
    row = moving(introduction, ANSWERS[answer], by)
    if answer is State.NOT_FOR_US and not words.strip():
        raise Refused(_("Say why it is not for you, in a few words."), "no_words")
    if len(words) > MOST_LETTERS:
        raise Refused(_("That is too long. Write it in fewer words."), "too_long")
    if weeks is not None and not 0 <= weeks <= MOST_WEEKS:
        raise Refused(_("Write the weeks as a number, like 6."), "no_weeks")
    said = ServiceAnswer.objects.create(
        case_id=row.case_id,
        introduction=row,
        answer=answer,
        weeks=weeks if answer is State.WAITING_LIST else None,
        words=words.strip(),
        by=str(by),
        said_on=on,
    )
    happened = events.IntroductionAnswered(
        case=row.case_id,
        introduction=row.id,
        service=row.service_uuid,
        answer=answer.value,
        weeks=said.weeks,
    )
    record(happened, by=by, on=on)
    return said.id


@action
def take_back(*, introduction: UUID, version: int, by: Principal, on: date) -> None:
    """The person does not agree any more: the link opens nothing from now on. What was read cannot be unread."""
    row = moving(introduction, Step.TAKE_BACK, by)
    change(row, version, taken_back_on=on, taken_back_by=str(by))
    links.revoke(purpose=Purpose.INTRODUCTION, about=row.id, on=on)
    event = events.IntroductionTakenBack(case=row.case_id, introduction=row.id, service=row.service_uuid)
    record(event, by=by, on=on)


@action
def send_again(*, introduction: UUID, version: int, by: Principal, on: date) -> None:
    """Send the service a new link, to the address that the directory has today; the one before opens nothing more."""
    row = Introduction.objects.filter(id=introduction, taken_back_on=None).first()
    if row is None or by.kind is not Kind.STAFF:
        raise Refused(_("That introduction could not be found."), "no_such_introduction")
    to = _there(row.service)
    if not to.email:
        raise Refused(_("We know no email address of this service. Ring them instead."), "no_address")
    change(row, version, way=Way.EMAIL)
    _send_link(row, to, uuid4(), by, on)
    event = events.IntroductionSentAgain(case=row.case_id, introduction=row.id, service=row.service_uuid)
    record(event, by=by, on=on)


def note_look(*, case: UUID) -> None:
    """Write down that the service looked at what it was told, by its link."""
    records.note_look(road="link", at_what="introduction", why="introduced", case=case)


def _send_link(row: Introduction, to: Reached, occasion: UUID, by: Principal, on: date) -> None:
    links.make(
        purpose=Purpose.INTRODUCTION,
        about=row.id,
        occasion=occasion,
        to=to.email,
        email="introduction",
        service=to.name,
        case=row.case_id,
        by=by,
        on=on,
    )


def _there(service: str) -> Reached:
    found = reached(service)
    if found is None:
        raise Refused(_("This service is not in the directory any more. Choose again."), "no_such_service")
    return found


def _refuse_too_long(told: Told) -> None:
    if len(told.name) > MOST_OF_A_NAME or max(len(told.reach), len(told.want)) > MOST_LETTERS:
        raise Refused(_("That is too long. Write it in fewer words."), "too_long")
