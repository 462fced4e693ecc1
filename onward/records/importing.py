"""Bringing in a form from elsewhere. No case is concerned, so the row itself, which nobody can change, is the event."""

import re
from datetime import date
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from onward.policy import canonical
from onward.policy.questionnaires import questionnaires
from onward.questionnaires.definition import Questionnaire
from onward.records import principal
from onward.records.action import ActionError
from onward.records.definitions import IMPORTED, DefinitionKept, by_digest, current, row_of
from onward.records.refusals import Refused, Stale
from onward.vocabulary.principals import Principal

DRAFT = "draft"
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,15}:[!-~]{1,480}", re.ASCII)
_MOST = {"version": 100, "name": 200, "title": 500}


def bring_in(*, form: Questionnaire, by: Principal, on: date) -> tuple[DefinitionKept, bool]:
    """Keep a form as it was sent, and whether it is new. The same content again changes nothing.

    Refused where it has no address and version of its own, or these are taken.
    """
    _acts(by)
    if known := by_digest(canonical.digest(form.raw)):
        return known, False
    _check(form)
    return _kept(form, str(uuid4()), by, on), True


def replace(
    *, form_id: str, form: Questionnaire, seen: str, by: Principal, on: date
) -> tuple[DefinitionKept, bool]:
    """Put a new version in the place of a draft; `seen` is the digest of the one that was read before.

    Refused where there is no such form, it is no draft, or the new one has no version of its own; Stale where somebody
    was quicker.
    """
    _acts(by)
    before = current(form_id)
    if before is None:
        raise Refused(_("There is no form with this id."), "not_there")
    if before.digest != seen:
        raise Stale
    if before.digest == canonical.digest(form.raw):
        return before, False
    if before.origin != IMPORTED or before.status != DRAFT:
        raise Refused(
            _("Only a draft that was brought in can be replaced. Send this as a new version instead."),
            "not_a_draft",
        )
    if form.url != before.url:
        raise Refused(_("The address of a form stays the same. Send this as a new form instead."), "url")
    _check(form)
    return _kept(form, form_id, by, on), True


def _acts(by: Principal) -> None:
    if by != principal.current():
        raise ActionError("a form is brought in by whoever acts now")


def _check(form: Questionnaire) -> None:
    if not _URL.fullmatch(form.url) or "|" in form.url or not form.version:
        raise Refused(
            _("A form needs a url and a version, by which answers name it. Give it both."), "no_address"
        )
    for part, most in _MOST.items():
        if len(str(form.raw.get(part, ""))) > most:
            raise Refused(
                _("The %(part)s has more than %(most)s letters. Shorten it.") % {"part": part, "most": most},
                "too_long",
            )
    if form.url in {each.url for each in questionnaires()}:
        raise Refused(
            _("This is the address of a national form. Give yours another, or change that one by council."),
            "national",
        )


def _kept(form: Questionnaire, form_id: str, by: Principal, on: date) -> DefinitionKept:
    row = row_of(form, form_id=form_id, origin=IMPORTED, by=str(by), on=on)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            _("There is another form with this url and version. Give this one a new version."), "taken"
        ) from None
    found = by_digest(row.digest)
    assert found is not None  # noqa: S101 (written a line above)
    return found
