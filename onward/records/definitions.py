"""The forms that answers were given to, kept so that they can be read years later, whatever became of the files.

A definition is named by its content: keeping it again does nothing. Staff may also bring one in from elsewhere
(`importing`); while it is active it is offered beside the forms of the policy files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from onward.policy import canonical
from onward.policy.period import days
from onward.policy.questionnaires import forms, id_of
from onward.questionnaires import json_text
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.reading import examine
from onward.records.models import Definition

POLICY, IMPORTED = "policy", "imported"


@dataclass(frozen=True)
class DefinitionKept:
    """One version of a form. `form` is the id that all versions of a draft share; `digest` names this one."""

    digest: str
    form: str
    url: str
    version: str
    name: str
    title: str
    status: str
    starts_on: date | None
    ends_on: date | None
    origin: str
    kept_on: date
    kept_at: datetime
    content: str

    @property
    def questionnaire(self) -> Questionnaire:
        """As the engine reads it; `raw` has the FHIR JSON."""
        return _read(self.content)


def keep(form: Questionnaire, *, on: date) -> str:
    """Keep a form of the policy files for the answers that are given to it; within an action. Gives its digest."""
    digest = canonical.digest(form.raw)
    if not Definition.objects.filter(digest=digest).exists():
        row = row_of(form, form_id=id_of(form), origin=POLICY, by="", on=on)
        Definition.objects.bulk_create([row], ignore_conflicts=True)
    return digest


def definition(url: str, version: str) -> DefinitionKept | None:
    """The form with this address and version, as it was when it was answered; the newest where there are several.

    There are several only where somebody changed a policy file and not its version: then `by_digest` tells them apart.
    """
    return _one(Definition.objects.filter(url=url, version=version).order_by("-kept_at"))


def by_digest(digest: str) -> DefinitionKept | None:
    return _one(Definition.objects.filter(digest=digest))


def current(form_id: str) -> DefinitionKept | None:
    """The newest version of what has this id."""
    return _one(Definition.objects.filter(form=form_id).order_by("-kept_at"))


def version_of(form_id: str, start: str) -> DefinitionKept | None:
    """The version of what has this id whose digest starts so."""
    return _one(Definition.objects.filter(form=form_id, digest__startswith=start).order_by("-kept_at"))


def all_current() -> list[DefinitionKept]:
    """The newest version of everything that is kept, by id."""
    rows = Definition.objects.order_by("form", "-kept_at").distinct("form")
    return [_seen(each) for each in rows]


def forms_in_force(council: str, on: date) -> tuple[Questionnaire, ...]:
    """Every form that may be asked on a day: national ones as the council changed them, and those brought in."""
    return (*forms(council, on), *imported_in_force(on))


def imported_in_force(on: date) -> tuple[Questionnaire, ...]:
    """Of each address that was brought in, the version that started last; none where that one is retired."""
    rows = Definition.objects.filter(origin=IMPORTED, status__in=["active", "retired"]).defer("content")
    started = [each for each in rows if _starts(each) <= on]
    newest: dict[str, Definition] = {}
    for row in sorted(started, key=lambda each: (_starts(each), each.kept_at)):
        newest[row.url] = row
    chosen = [
        each for each in newest.values() if each.status == "active" and on <= (each.ends_on or date.max)
    ]
    return tuple(_read(each.content) for each in sorted(chosen, key=lambda each: each.url))


def row_of(form: Questionnaire, *, form_id: str, origin: str, by: str, on: date) -> Definition:
    """A row for this form, not yet written."""
    content = canonical.content(form.raw)
    return Definition(
        digest=canonical.digest(form.raw),
        form=form_id,
        url=form.url,
        version=form.version,
        name=str(content.get("name", "")),
        title=form.title,
        status=form.status,
        starts_on=days(form.starts)[0] if form.starts else None,
        ends_on=days(form.ends)[1] if form.ends else None,
        origin=origin,
        content=canonical.text(content),
        by=by,
        kept_on=on,
    )


def _starts(row: Definition) -> date:
    return row.starts_on or row.kept_on


def _one(rows: Iterable[Definition]) -> DefinitionKept | None:
    return next((_seen(each) for each in rows), None)


def _seen(row: Definition) -> DefinitionKept:
    names = DefinitionKept.__dataclass_fields__
    return DefinitionKept(**{name: getattr(row, name) for name in names})


@lru_cache(maxsize=200)
def _read(content: str) -> Questionnaire:
    """It was read before it was kept, so there is always something to go by."""
    raw: Mapping[str, Any] = json_text.read(content.encode(), "The form")[0]
    found = examine(raw).questionnaire
    if found is None:
        raise ValueError("a definition was kept that is no Questionnaire")
    return found
