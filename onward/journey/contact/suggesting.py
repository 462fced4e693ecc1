"""Services that may help the person of a request: found in the directory, kept with what they were found from."""

from datetime import date
from uuid import UUID

from onward.directory import queries as directory
from onward.directory.found import Suggested
from onward.directory.use import actions as use
from onward.journey.contact.answers import Said
from onward.questionnaires.definition import Questionnaire
from onward.records import actions as records
from onward.records import queries as remembered
from onward.vocabulary.dates import age
from onward.vocabulary.using import Became, Rater, Where

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
    years = age(facts.born_on, on) if facts.born_on else None
    shown = use.keep_showing(
        where=Where.REQUEST, needs=facts.needs, age=years, suggestions=found.suggestions, on=on
    )
    answer = [
        {
            "id": each.service_id,
            "because": [str(why) for why in each.because],
            "km": each.km,
            "score": each.score,
        }
        for each in shown.order
    ]
    records.keep_answer(
        case=case,
        kind=KIND,
        inputs={**found.inputs, "showing": str(shown.showing)},
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


def showing_of(case: UUID) -> UUID | None:
    """The showing of the services that were worked out; None where none was kept. Only the case knows of both."""
    kept = remembered.kept_answer(case, KIND)
    said = kept.inputs.get("showing") if kept else None
    return UUID(str(said)) if said else None


def note(case: UUID, service: str, became: Became, by_whom: Rater, on: date) -> None:
    """Note what became of a service that was shown for a request; one that was not shown teaches nothing."""
    showing = showing_of(case)
    if showing:
        use.note_result(showing=showing, service=service, became=became, by_whom=by_whom, on=on)
