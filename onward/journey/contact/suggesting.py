"""Services that may help the person of a request: found in the directory, kept with what they were found from."""

from datetime import date
from uuid import UUID

from onward.directory import queries as directory
from onward.directory.found import Suggested
from onward.journey.contact.answers import Said
from onward.questionnaires.definition import Questionnaire
from onward.records import actions as records
from onward.records import queries as remembered
from onward.vocabulary.dates import age

KIND = "contact.services"
SHOWN = 3


def keep_suggestions(*, case: UUID, form: Questionnaire, facts: Said, on: date) -> None:
    """Work out which services fit, and keep the answer; within an action."""
    found = directory.find(
        words=facts.words,
        needs=facts.needs,
        postcode=facts.postcode,
        age=age(facts.born_on, on) if facts.born_on else None,
        limit=3 * SHOWN,
    )
    answer = [
        {
            "id": each.service_id,
            "because": [str(why) for why in each.because],
            "km": each.km,
            "score": each.score,
        }
        for each in found.suggestions
    ]
    records.keep_answer(
        case=case,
        kind=KIND,
        inputs=dict(found.inputs),
        answer=answer,
        versions={**found.versions, "questionnaire": f"{form.url}|{form.version}"},
        on=on,
    )


def suggested(case: UUID) -> list[Suggested]:
    """The services that were worked out, best first, with what the directory says of them today."""
    kept = remembered.kept_answer(case, KIND)
    if kept is None:
        return []
    known = {each.service_id: each for each in directory.services(each["id"] for each in kept.answer)}
    return [
        Suggested(
            **vars(known[each["id"]]), km=each["km"], because=tuple(each["because"]), score=each["score"]
        )
        for each in kept.answer
        if each["id"] in known and not known[each["id"]].closed
    ]
