"""How urgent a request may be and what to look at: worked out from what was sent, and kept with it.

It orders the adviser's list and prompts them; it decides nothing. What a person has said of the order stands, unless
something more urgent is told after it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from onward.casework.answering import queries as answering
from onward.casework.answering.seen import Filling
from onward.journey.contact.answers import codes_by_meaning
from onward.journey.contact.models import Contact, Objection
from onward.journey.contact.proportionate import keep_proportion
from onward.policy.files import version
from onward.policy.triage import FILE, Ring, triage
from onward.records import actions as records
from onward.records import queries as remembered
from onward.records.versions import change
from onward.rules.triage import VERSION, Answer, Because, Said, propose
from onward.vocabulary.screening import Conversation, Part, Prompt, Standing, Urgency

KIND = "contact.screening"


@dataclass(frozen=True)
class Screening:
    """What was proposed of a request, as it was kept. `ask` are the prompts of which nothing is known."""

    urgency: Urgency
    conversation: Conversation
    look_at: tuple[Prompt, ...]
    because: tuple[Because, ...]
    ask: tuple[Prompt, ...]
    parts: Mapping[Part, Standing]


def keep_screening(*, case: UUID, on: date) -> None:
    """Work it out from everything that was sent in this case and keep the answer; within an action."""
    sent = [each for each in answering.fillings(case) if each.sent_on]
    objections = Objection.objects.filter(case_id=case).values_list("words", flat=True)
    said = _said(sent, objections)
    answer = propose(said, triage().screen)
    records.keep_answer(
        case=case,
        kind=KIND,
        inputs={
            "answers": {meaning: sorted(codes) for meaning, codes in sorted(said.answers.items())},
            "words": sorted(said.words),
        },
        answer=_to_json(answer),
        versions={
            "rules.triage": VERSION,
            "policy": version(FILE),
            **{
                f"questionnaire.{number}": f"{each.form.url}|{each.form.version}"
                for number, each in enumerate(sent)
            },
        },
        on=on,
    )
    keep_proportion(
        case=case,
        sent=sent,
        urgency=answer.urgency,
        safeguarding=dict(answer.standing)[Prompt.SAFEGUARDING] is Standing.KNOWN,
        on=on,
    )
    _place(Contact.objects.get(case_id=case), answer)


def screening_of(case: UUID) -> Screening | None:
    """The newest proposal; None where nothing was worked out."""
    kept = remembered.kept_answer(case, KIND)
    return _from_json(kept.answer) if kept else None


def ring_now(case: UUID) -> tuple[Ring, ...]:
    """Whom the person's own page says to ring now, by all that they told so far, sent or not: all of them or none."""
    answer = propose(_said(answering.fillings(case), ()), triage().screen)
    return triage().ring if answer.ring_now else ()


def _said(fillings: Iterable[Filling], objections: Iterable[str]) -> Said:
    """Everything that was said, in whichever form, and in their word that a decision is wrong."""
    told = codes_by_meaning(fillings, triage().meanings | triage().reads)
    words = [told[each] for each in triage().reads if each in told]
    return Said(
        {meaning: codes for meaning, codes in told.items() if meaning in triage().meanings},
        frozenset(objections).union(*words),
    )


def _place(contact: Contact, answer: Answer) -> None:
    """Its place in the list. Nothing later makes it less urgent than a person said, or than it was."""
    more_urgent = answer.urgency < contact.proposed_urgency
    changes = {
        "proposed_urgency": answer.urgency.value,
        "urgency": min(contact.urgency, answer.urgency.value) if more_urgent else contact.urgency,
        "look_at": [each.value for each in answer.look_at],
    }
    if any(getattr(contact, name) != value for name, value in changes.items()):
        change(contact, contact.version, **changes)


def _to_json(answer: Answer) -> dict[str, object]:
    return {
        "urgency": answer.urgency.code,
        "conversation": answer.conversation.value,
        "look_at": [each.value for each in answer.look_at],
        "signs": [each.sign.value for each in answer.found],
        "because": [[each.says, each.source, list(each.spoken)] for each in answer.because],
        "standing": {prompt.value: standing.value for prompt, standing in answer.standing},
        "parts": {part.value: standing.value for part, standing in answer.parts},
    }


def _from_json(kept: Mapping[str, Any]) -> Screening:
    look_at = tuple(Prompt(each) for each in kept["look_at"])
    unknown = (each for each in Prompt if kept["standing"][each] == Standing.NOT_KNOWN)
    return Screening(
        urgency=Urgency[kept["urgency"].upper()],
        conversation=Conversation(kept["conversation"]),
        look_at=look_at,
        because=tuple(Because(says, source, tuple(spoken)) for says, source, spoken in kept["because"]),
        ask=tuple(each for each in unknown if each not in look_at),
        parts={part: Standing(kept["parts"][part]) for part in Part},
    )
