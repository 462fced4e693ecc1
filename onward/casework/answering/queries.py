"""What may be asked about forms that are filled in. Row security decides which of them show."""

from uuid import UUID

from onward.casework.answering import forms
from onward.casework.answering.known import agreed, facts, offers
from onward.casework.answering.seen import Fact, Filling, Step
from onward.questionnaires.answers import from_fhir, place
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import applying
from onward.records import responses
from onward.records.responses import GivenSeen, ResponseSeen

__all__ = ["agreed", "changes", "confirmed", "filling", "fillings", "settled", "told"]


def filling(case: UUID, name: str) -> Filling | None:
    """The answers of a case to the questionnaire of this name."""
    return next((each for each in fillings(case) if forms.name_of(each.form) == name), None)


def fillings(case: UUID) -> list[Filling]:
    """Everything that was asked in a case, in the order it was begun."""
    return [_filling(each) for each in responses.responses([case])]


def told(asked: Filling) -> dict[str, list[Fact]]:
    """By key: what was told before that may answer a question of this form."""
    seen = responses.response(asked.case, asked.form.url)
    return offers(asked, facts(asked.case, apart_from=seen.id if seen else None))


def changes(asked: Filling) -> list[Step]:
    """How each answer of a form came to be, oldest first."""
    seen = responses.response(asked.case, asked.form.url)
    rows = [each for each in responses.given([asked.case]) if seen and each.response == seen.id]
    earlier = {each.given: each for found in facts(asked.case).values() for each in found}
    return [_step(row, earlier) for row in rows]


def confirmed(asked: Filling) -> frozenset[str]:
    """The answers that confirm what was told before, elsewhere."""
    last = {each.key: each for each in changes(asked)}
    return frozenset(key for key, each in last.items() if each.taken_from)


def settled(asked: Filling) -> frozenset[str]:
    """The questions that need not be asked: answered, not applying, or left empty when they were asked before.

    Asked before is what the forms of the same case asked that were sent.
    """
    sent = [each for each in fillings(asked.case) if each.sent_on and each.form.url != asked.form.url]
    before = {item.meaning for each in sent for item in _asked(each) if item.meaning}
    offered = told(asked)
    left = [item for item in _asked(asked) if not asked.answers.get(item.link_id)]
    open_still = {item.link_id for item in left if item.meaning not in before or item.link_id in offered}
    return frozenset(item.link_id for item in asked.form.walk() if item.asks) - open_still


def _asked(filling: Filling) -> list[Item]:
    """The questions that apply."""
    items = [filling.form.item(place(key)[0]) for key in applying(filling.form, filling.answers)]
    return [item for item in items if item.asks]


def _filling(seen: ResponseSeen) -> Filling:
    form = forms.form_of(seen)
    return Filling(
        case=seen.case,
        form=form,
        answers=from_fhir(form, seen.answers),
        typed=seen.typed,
        version=seen.version,
        begun_on=seen.begun_on,
        keep_until=seen.keep_until,
        sent_on=seen.completed_on,
    )


def _step(row: GivenSeen, earlier: dict[UUID, Fact]) -> Step:
    source = earlier.get(row.taken_from) if row.taken_from else None
    return Step(row.key, row.values, row.said_on, row.by, row.dropped, source)
