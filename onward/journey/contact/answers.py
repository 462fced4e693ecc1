"""What the questionnaire of a first contact says, by meaning: no page or list looks for places in a form."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from onward.casework.answering import queries as answering
from onward.casework.answering.seen import Filling
from onward.questionnaires.answers import Answers, meaning, meaning_of, one
from onward.questionnaires.definition import Questionnaire
from onward.vocabulary.contact import Wish
from onward.vocabulary.postcodes import tidy

FORM = "first-contact"


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


def said(asked: Questionnaire, answers: Answers) -> Said:
    """Read valid answers; `ring` is how somebody is reached who asked for a call."""
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


def filling_of(case: UUID) -> Filling:
    """The form of a first contact as it was filled in; every contact has one."""
    found = answering.filling(case, FORM)
    assert found is not None  # noqa: S101 (begun in the same transaction as the contact)
    return found


def codes_by_meaning(fillings: Iterable[Filling], meanings: frozenset[str]) -> dict[str, frozenset[str]]:
    """Every answer with one of these meanings, in whichever form: what was said once is not unsaid by another."""
    found: dict[str, frozenset[str]] = {}
    for filling in fillings:
        for key, values in filling.answers.items():
            code = meaning_of(filling.form, key)
            if code in meanings:
                found[code] = found.get(code, frozenset()) | frozenset(values)
    return found


def told_for_a_carer(asked: Questionnaire, answers: Answers) -> dict[str, tuple[str, ...]]:
    """What somebody who asked for another told about themselves, for a request of their own as a carer."""
    reached = ("contact-by", "phone", "mobile", "email", "address", "message", "safe-words")
    carried = {key: answers[key] for key in reached if answers.get(key)}
    about = {"who": ("me",), "needs": ("caring",)} if one(asked, answers, "for-whom") == "someone" else {}
    return {**about, **carried}


def told_for_a_call(asked: Questionnaire, answers: Answers) -> dict[str, tuple[str, ...]]:
    """What was told already, for the page that asks for a call: the story is told once.

    The other pages do not apply to a call, so what they say is carried over in words that can be read and changed.
    """
    needs = [
        each.text for each in asked.item("needs").options if each.code in meaning(asked, answers, "needs")
    ]
    words = "\n".join([*needs, one(asked, answers, "words")]).strip()
    name = one(asked, answers, "asker-name") or one(asked, answers, "person-given-name")
    carried = {"ring-words": words, "ring-name": name[:100], "ring-phone": one(asked, answers, "phone")}
    return {link_id: (value,) for link_id, value in carried.items() if value}
