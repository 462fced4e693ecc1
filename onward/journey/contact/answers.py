"""What the questionnaire of a first contact says, by meaning: no page or list looks for places in a form."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from onward.policy.questionnaires import questionnaire
from onward.questionnaires.answers import Answers, from_fhir, meaning, one, to_fhir
from onward.questionnaires.definition import Questionnaire
from onward.records import actions as records
from onward.records import queries as remembered
from onward.vocabulary.contact import Wish
from onward.vocabulary.postcodes import tidy

FORM = "first-contact"


def form() -> Questionnaire:
    """The questionnaire of a first contact that is in force."""
    return questionnaire(FORM)


@dataclass(frozen=True)
class Said:
    """The facts of a first contact. Names and postcode are empty, and the date None, where they were not given."""

    wish: Wish
    for_another: bool
    other_agrees: bool
    given_name: str
    family_name: str
    born_on: date | None
    postcode: str
    needs: tuple[str, ...]
    words: str
    contact_by: str
    safe_to_leave_message: bool


def said(answers: Answers) -> Said:
    """Read valid answers; `ring` is how somebody is reached who asked for a call."""
    asked = form()
    wish = Wish(one(asked, answers, "wish"))
    born = one(asked, answers, "person-birth-date")
    return Said(
        wish=wish,
        for_another=one(asked, answers, "for-whom") == "someone",
        other_agrees=one(asked, answers, "asker-knows") == "agrees",
        given_name=one(asked, answers, "person-given-name"),
        family_name=one(asked, answers, "person-family-name"),
        born_on=date.fromisoformat(born) if born else None,
        postcode=tidy(one(asked, answers, "person-postcode")) or "",
        needs=meaning(asked, answers, "needs"),
        words=one(asked, answers, "words"),
        contact_by="phone" if wish is Wish.RING else one(asked, answers, "contact-by"),
        safe_to_leave_message=one(asked, answers, "message-safe") == "yes",
    )


def answers_of(case: UUID) -> dict[str, tuple[str, ...]]:
    """What was answered so far, by key."""
    found = remembered.response(case, form().url)
    return from_fhir(form(), found[0]) if found else {}


def save_answers(case: UUID, answers: Answers) -> None:
    """Keep what was answered so far; within an action."""
    records.save_response(
        case=case,
        questionnaire=form().url,
        questionnaire_version=form().version,
        answers=to_fhir(form(), answers, status="in-progress"),
    )


def told_for_a_call(answers: Answers) -> dict[str, tuple[str, ...]]:
    """What was told already, for the page that asks for a call: the story is told once.

    The other pages do not apply to a call, so what they say is carried over in words that can be read and changed.
    """
    asked, fields = form(), dict(answers)
    needs = [
        each.text for each in asked.item("needs").options if each.code in meaning(asked, fields, "needs")
    ]
    words = "\n".join([*needs, one(asked, fields, "words")]).strip()
    name = one(asked, fields, "asker-name") or one(asked, fields, "person-given-name")
    carried = {"ring-words": words, "ring-name": name[:100], "ring-phone": one(asked, fields, "phone")}
    return {link_id: (value,) for link_id, value in carried.items() if value}
