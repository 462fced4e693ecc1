"""Every form that is served, with its FHIR id: those of the policy files, and those kept in the records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from onward.policy import canonical
from onward.policy.period import days
from onward.policy.questionnaires import id_of, known
from onward.questionnaires import moments
from onward.questionnaires.definition import Questionnaire
from onward.records import definitions
from onward.records.definitions import DefinitionKept
from onward.web.here import council_code


@dataclass(frozen=True)
class Offered:
    """One form. `version_id` names its content; `modified` is when it was brought in, or the day that it gives."""

    id: str
    digest: str
    modified: datetime | None
    form: Questionnaire

    @property
    def version_id(self) -> str:
        return self.digest[:16]

    @property
    def resource(self) -> dict[str, Any]:
        """The resource as it goes out."""
        raw: Mapping[str, Any] = self.form.raw
        meta = {"versionId": self.version_id}
        if self.modified:
            meta["lastUpdated"] = self.modified.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return {**canonical.content(raw), "id": self.id, "meta": meta}


def everything() -> list[Offered]:
    """The newest version of each id, in their order. What comes from the files goes before what was kept of them."""
    found = {each.form: of_kept(each) for each in definitions.all_current()}
    found |= {each.id: each for each in _of_files()}
    return [found[form_id] for form_id in sorted(found)]


def one(form_id: str) -> Offered | None:
    """The form with this id."""
    of_files = next((each for each in _of_files() if each.id == form_id), None)
    if of_files:
        return of_files
    kept = definitions.current(form_id)
    return of_kept(kept) if kept else None


def canonical_form(address: str, forms: list[Offered]) -> Offered | None:
    """The form at `url|version`, or the newest one of `url`."""
    url, _bar, version = address.partition("|")
    fit = [each for each in forms if each.form.url == url and version in ("", each.form.version)]
    return max(fit, key=lambda each: str(each.form.raw.get("date", "")), default=None)


def of_kept(kept: DefinitionKept) -> Offered:
    return Offered(kept.form, kept.digest, kept.kept_at, kept.questionnaire)


def _of_files() -> Iterator[Offered]:
    for form in known(council_code()).values():
        yield Offered(id_of(form), canonical.digest(form.raw), _modified(form.raw), form)


def _modified(raw: Mapping[str, Any]) -> datetime | None:
    moment = moments.moment("dateTime", str(raw.get("date", "")))
    return datetime.combine(days(moment)[0], time(), UTC) if moment else None
