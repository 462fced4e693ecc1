"""What comes with a form: the one Questionnaire, and the value sets and code systems that are brought along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onward.questionnaires.issues import Issue, fatal, shown, warning
from onward.questionnaires.shapes import resources


@dataclass(frozen=True)
class Sources:
    """The form, and what is brought along by every address that may be used for it."""

    questionnaire: Any
    by_address: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def gather(raw: Any, wanted: str = "") -> tuple[Sources, list[Issue]]:
    """The sources in a Questionnaire or a Bundle. `wanted` is the form's address, where a Bundle brings several."""
    if not isinstance(raw, Mapping) or raw.get("resourceType") != "Bundle":
        return Sources(raw, _addresses(_contained(raw))), []
    entries = raw.get("entry")
    inside = [
        (str(each.get("fullUrl", "")), each.get("resource"))
        for each in (entries if isinstance(entries, list) else ())
        if isinstance(each, Mapping)
    ]
    forms = [
        each
        for _, each in inside
        if isinstance(each, Mapping) and each.get("resourceType") == "Questionnaire"
    ]
    if not forms:
        return Sources(None), [
            fatal("not-found", "The Bundle brings no Questionnaire. Add the form to it.", "Bundle")
        ]
    form = next((each for each in forms if each.get("url") == wanted.split("|")[0]), forms[0])
    brought = [(url, each) for url, each in inside if each is not form and isinstance(each, Mapping)]
    return Sources(form, _addresses([*_contained(form), *brought])), _choice(forms, form)


def _choice(forms: list[Mapping[str, Any]], form: Mapping[str, Any]) -> list[Issue]:
    if len(forms) == 1:
        return []
    says = f"The Bundle brings {len(forms)} forms; {shown(form.get('url', 'the first'))} is the one checked against."
    return [warning("multiple-matches", says, "Bundle")]


def _contained(raw: Any) -> list[tuple[str, Mapping[str, Any]]]:
    listed = raw.get("contained") if isinstance(raw, Mapping) else None
    return [(f"#{each.get('id', '')}", each) for each in resources(listed)]


def _addresses(brought: list[tuple[str, Mapping[str, Any]]]) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for first, each in brought:
        kind, url, version = each.get("resourceType"), each.get("url"), each.get("version")
        names = [
            first,
            f"{kind}/{each['id']}" if "id" in each and not first.startswith("#") else "",
            str(url or ""),
        ]
        if url and version:
            names.append(f"{url}|{version}")
        for name in names:
            if name:
                found.setdefault(name, each)
    return found
