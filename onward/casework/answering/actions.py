"""Every write to a form that is filled in. Each refuses with a sentence what cannot be, and changes nothing then."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.answering import forms, saving
from onward.casework.answering.known import agreed, facts, offers
from onward.casework.answering.queries import filling
from onward.casework.answering.seen import Filling
from onward.questionnaires.answers import Answers, from_fhir
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.pages import first_unfinished
from onward.records import responses
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.vocabulary.events import ResponseSent, ResponseTyped
from onward.vocabulary.principals import Principal
from onward.web.questions import fields

MOST_TYPED = 200_000  # letters of one page that are kept unsaved


@action
def begin(*, case: UUID, name: str, keep_months: int, key: UUID, by: Principal, on: date) -> UUID:
    """Begin a further form in a case that is there already. Gives back the case; begun before, it stays as it is."""
    form = forms.in_force(name, on)
    if responses.response(case, form.url) is not None:
        raise Refused(_("This form was begun already. Go on with it."), "begun")
    saving.start(case=case, form=form, answers={}, keep_months=keep_months, by=by, on=on)
    return case


@action
def answer(
    *,
    case: UUID,
    name: str,
    page: str,
    given: Answers,
    version: int,
    keep_months: int,
    by: Principal,
    on: date,
) -> None:
    """Keep the answers to one page, or to the whole form where `page` is empty; what was on it before is replaced."""
    form = _form(case, name)
    seen = saving.open_response(case, form, on)
    on_it = (form.item(page),) if page else form.items
    saving.save(
        seen,
        form,
        fields.merged(on_it, from_fhir(form, seen.answers), given),
        page=page,
        version=version,
        keep_months=keep_months,
        by=by,
        on=on,
    )


@action
def confirm(
    *,
    case: UUID,
    name: str,
    keys: Collection[str],
    version: int,
    keep_months: int,
    by: Principal,
    on: date,
) -> None:
    """What was told before is still right: take it over as answers to these questions, where nothing contradicts it."""
    asked = _asked(case, name)
    seen = saving.open_response(case, asked.form, on)
    found = agreed(asked, offers(asked, facts(case, apart_from=seen.id)))
    confirmed = {key: found[key].values for key in keys if key in found}
    saving.save(
        seen,
        asked.form,
        {**asked.answers, **confirmed},
        page="",
        version=version,
        keep_months=keep_months,
        by=by,
        on=on,
    )


@action
def keep_typed(
    *,
    case: UUID,
    name: str,
    page: str,
    typed: Mapping[str, list[str]],
    by: Principal,
    on: date,
) -> None:
    """Keep what was typed on a page that is not saved yet, so that nothing typed is lost."""
    form = _form(case, name)
    seen = saving.open_response(case, form, on)
    length = sum(len(value) for values in typed.values() for value in values)
    if length > MOST_TYPED:
        raise Refused(
            _("That is too long to keep while you write: %(length)s letters. Save the page, or shorten it.")
            % {"length": f"{length:,}"},
            "too_long",
        )
    responses.keep_typed(seen, {**seen.typed, page: dict(typed)})
    record(ResponseTyped(case=case, questionnaire=name, page=page), by=by, on=on)


def complete(*, case: UUID, name: str, by: Principal, on: date) -> Answers:
    """Send a form, within the action of the stage that it belongs to: only what applies is kept as answered.

    Gives the answers that were sent.
    """
    asked = _asked(case, name)
    seen = saving.open_response(case, asked.form, on)
    if page := first_unfinished(asked.form, asked.answers, today=on):
        raise Refused(
            _("There is still something to answer: “%(page)s”.") % {"page": _(page.text)}, "unfinished"
        )
    dropped = saving.complete(seen, asked.form, by=by, on=on)
    sent = ResponseSent(case=case, questionnaire=name, version=asked.form.version, dropped=dropped)
    record(sent, by=by, on=on)
    return _asked(case, name).answers


def start(
    *, case: UUID, name: str, answers: Answers, keep_months: int, by: Principal, on: date
) -> Questionnaire:
    """Begin the form of a new case; within another action. Gives the form."""
    form = forms.in_force(name, on)
    saving.start(case=case, form=form, answers=answers, keep_months=keep_months, by=by, on=on)
    return form


def put(*, case: UUID, name: str, answers: Answers, keep_months: int, by: Principal, on: date) -> None:
    """Change answers that another part of the product knows of; within its action. The rest stays."""
    asked = _asked(case, name)
    seen = saving.open_response(case, asked.form, on)
    saving.save(
        seen,
        asked.form,
        {**asked.answers, **answers},
        page="",
        version=seen.version,
        keep_months=keep_months,
        by=by,
        on=on,
    )


def _form(case: UUID, name: str) -> Questionnaire:
    return _asked(case, name).form


def _asked(case: UUID, name: str) -> Filling:
    asked = filling(case, name)
    if asked is None:
        raise Refused(_("That form could not be found. Begin again."), "no_such_response")
    return asked
