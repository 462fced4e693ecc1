"""How answers are written down: as they stand, and each change of each answer. Called within actions."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.answering import forms, reaching
from onward.casework.answering.known import facts
from onward.questionnaires import filling
from onward.questionnaires.answers import Answers, from_fhir, meaning_of, to_fhir
from onward.questionnaires.definition import Questionnaire
from onward.records import responses
from onward.records.action import record
from onward.records.refusals import Refused
from onward.records.responses import Giving, ResponseSeen
from onward.vocabulary.dates import months_later
from onward.vocabulary.events import ResponseAnswered, ResponseBegun
from onward.vocabulary.principals import Principal


def start(
    *, case: UUID, form: Questionnaire, answers: Answers, keep_months: int, by: Principal, on: date
) -> ResponseSeen:
    """Begin to answer a form, with what is answered already and what the form itself sets."""
    begun = from_fhir(form, filling.begin(form, now=midnight(on)))
    seen = responses.begin_response(
        case=case,
        questionnaire=form.url,
        questionnaire_version=form.version,
        definition=forms.keep(form, on),
        answers=_as_stored(form, {**begun, **answers}, on),
        keep_until=months_later(on, keep_months),
        on=on,
    )
    _note(seen, form, {}, answers, by=by, on=on)
    record(ResponseBegun(case=case, questionnaire=forms.name_of(form)), by=by, on=on)
    return seen


def save(
    seen: ResponseSeen,
    form: Questionnaire,
    after: Answers,
    *,
    page: str,
    version: int,
    keep_months: int,
    by: Principal,
    on: date,
) -> None:
    """Write down the answers as they now are. What was typed on the page, and not saved, is answered by it."""
    before = from_fhir(form, seen.answers)
    responses.change_response(
        seen,
        version=version,
        answers=_as_stored(form, after, on),
        typed={name: typed for name, typed in seen.typed.items() if page and name != page},
        keep_until=months_later(on, keep_months),
    )
    changed = _note(seen, form, before, after, by=by, on=on)
    reaching.judge_again(seen.case, form, before, after, by=by, on=on)
    answered = ResponseAnswered(case=seen.case, questionnaire=forms.name_of(form), page=page, answers=changed)
    record(answered, by=by, on=on)


def complete(seen: ResponseSeen, form: Questionnaire, *, by: Principal, on: date) -> int:
    """The answers that apply are what was sent; the others are set aside. Gives how many were."""
    before = from_fhir(form, seen.answers)
    sent, _dropped = filling.completed(form, seen.answers, now=midnight(on))
    after = from_fhir(form, sent)
    gone = [key for key in before if key not in after]
    responses.change_response(seen, version=seen.version, answers=sent, typed={}, completed_on=on)
    responses.note_given(
        seen, [Giving(key, meaning_of(form, key), before[key], dropped=True) for key in gone], by=by, on=on
    )
    return len(gone)


def open_response(case: UUID, form: Questionnaire, on: date) -> ResponseSeen:
    """The response, held; refused where there is none, it was sent, or its time is over."""
    seen = responses.lock_response(case, form.url, _("That form could not be found. Begin again."))
    if seen.completed_on is not None:
        raise Refused(
            _("You have already sent this. If something has changed, tell us and we will add it."), "not_now"
        )
    if seen.keep_until <= on:
        raise Refused(
            _("This form was kept until %(day)s. Begin again, or ask us to ring you.")
            % {"day": seen.keep_until.strftime("%d %B %Y")},
            "too_old",
        )
    return seen


def midnight(on: date) -> datetime:
    """The moment that a form's own expressions are told: a day, for nothing depends on the hour."""
    return datetime.combine(on, time(), tzinfo=UTC)


def _as_stored(form: Questionnaire, answers: Answers, on: date) -> dict[str, Any]:
    return filling.settled(form, to_fhir(form, answers, status="in-progress"), now=midnight(on))


def _note(
    seen: ResponseSeen, form: Questionnaire, before: Answers, after: Answers, *, by: Principal, on: date
) -> int:
    """Write down what changed. An answer that says what was told before elsewhere confirms it."""
    told = facts(seen.case, apart_from=seen.id)
    givings = []
    for key in dict.fromkeys((*before, *after)):
        values = tuple(after.get(key, ()))
        if values != tuple(before.get(key, ())):
            meaning = meaning_of(form, key)
            same = next((each for each in told.get(meaning, ()) if each.values == values), None)
            givings.append(Giving(key, meaning, values, taken_from=same.given if same else None))
    responses.note_given(seen, givings, by=by, on=on)
    return len(givings)
