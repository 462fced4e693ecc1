"""Whether the answers are to this form, and the form is in use: status, canonical address, and period.

Source: FHIR R4 QuestionnaireResponse.status and .questionnaire, Questionnaire.status and .effectivePeriod. That a form
is a draft, retired, or out of its period says nothing against the answers, so it is a warning.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from onward.questionnaires import moments
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.issues import Issue, error, information, shown, warning
from onward.questionnaires.moments import Moment
from onward.questionnaires.responses import ROOT

STATUSES = frozenset({"in-progress", "completed", "amended", "entered-in-error", "stopped"})
# Not yet, or never, meant to be complete: what is missing or over a limit is then a warning.
OPEN = frozenset({"in-progress", "stopped", "entered-in-error"})


def check(questionnaire: Questionnaire, raw: Mapping[str, Any], now: Moment | None) -> Iterator[Issue]:
    yield from _of_status(raw)
    yield from _of_address(questionnaire, raw.get("questionnaire"))
    if questionnaire.status == "draft":
        says = "The form is a draft: answers to it are for trying it out."
        yield warning("business-rule", says, f"{ROOT}.questionnaire")
    if questionnaire.status == "retired":
        says = "The form is retired: nothing new should be asked with it."
        yield warning("business-rule", says, f"{ROOT}.questionnaire")
    yield from _of_period(questionnaire, raw, now)


def _of_status(raw: Mapping[str, Any]) -> Iterator[Issue]:
    status, place = raw.get("status"), f"{ROOT}.status"
    if not status:
        yield error("required", "The answers have no status. Say whether they are completed.", place)
    elif not isinstance(status, str):
        yield error("structure", f"The status is {shown(status)}; it has to be text.", place)
    elif status not in STATUSES:
        says = f"The status {shown(status)} is not one of {', '.join(sorted(STATUSES))}."
        yield error("code-invalid", says, place)


def _of_address(questionnaire: Questionnaire, said: Any) -> Iterator[Issue]:
    place = f"{ROOT}.questionnaire"
    if not isinstance(said, str) or not said:
        if said is not None:
            yield error("structure", "questionnaire has to be the address of the form, as text.", place)
        else:
            yield warning("required", "The answers do not say which form they answer.", place)
        return
    url, _, version = said.partition("|")
    if not questionnaire.url:
        if url.rsplit("/", 1)[-1].lstrip("#") != questionnaire.id or not questionnaire.id:
            yield warning("not-found", f"The form has no url to compare with {shown(said)}.", place)
    elif url != questionnaire.url:
        says = f"The answers are to {shown(url)}; the form is {shown(questionnaire.url)}."
        yield error("not-found", says, place)
    elif version and version != questionnaire.version:
        own = shown(questionnaire.version or "without one")
        says = f"The answers are to version {shown(version)}; the form is {own}."
        yield error("not-found", says, place) if questionnaire.version else warning("not-found", says, place)


def _of_period(questionnaire: Questionnaire, raw: Mapping[str, Any], now: Moment | None) -> Iterator[Issue]:
    authored, place = raw.get("authored"), f"{ROOT}.authored"
    when = moments.moment("dateTime", authored) if isinstance(authored, str) else None
    if authored is not None and when is None:
        yield error("value", f"authored is {shown(authored)}, which is no real dateTime.", place)
    if fault := _outside(questionnaire, when or now):
        yield warning(
            "expired" if "ended" in fault else "business-rule",
            fault,
            place if when else f"{ROOT}.questionnaire",
        )
    elif when and (fault := _outside(questionnaire, now)):
        yield information(
            "expired", f"{fault} It was in use when the answers were given.", f"{ROOT}.questionnaire"
        )


def _outside(questionnaire: Questionnaire, when: Moment | None) -> str:
    if when is None:
        return ""
    if questionnaire.starts and moments.compare(when, questionnaire.starts) == -1:
        return f"The form is only in use from {moments.text(questionnaire.starts)}."
    if questionnaire.ends and moments.compare(when, questionnaire.ends) == 1:
        return f"The period in which the form is used ended on {moments.text(questionnaire.ends)}."
    return ""
