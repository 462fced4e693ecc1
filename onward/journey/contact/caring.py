"""Whether whoever asks appears to be a carer themselves: worked out from what they said, and kept with it.

It is said to them and to the adviser, and decides nothing: an assessment under section 10 is theirs to ask for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from onward.casework.answering import queries as answering
from onward.policy.caring import FILE, phrases
from onward.policy.files import version
from onward.questionnaires.answers import meaning
from onward.records import actions as records
from onward.records import queries as remembered
from onward.rules import caring
from onward.vocabulary.caring import Duty, View

KIND = "contact.caring"


@dataclass(frozen=True)
class Caring:
    """How it looks, under which law, and why: each reason as a sentence to whoever said it, with its source."""

    view: View
    duty: Duty | None
    because: tuple[tuple[str, str], ...]

    @property
    def to_be_told(self) -> bool:
        """Whether there is something to tell and to offer."""
        return self.view is not View.DOES_NOT


def keep_caring(*, case: UUID, on: date) -> None:
    """Work it out from everything that was sent in this case, and keep the answer; within an action."""
    sent = [each for each in answering.fillings(case) if each.sent_on]
    told: dict[str, tuple[str, ...]] = {}
    for filling in sent:
        said = {code: meaning(filling.form, filling.answers, code) for code in caring.MEANINGS}
        told |= {code: values for code, values in said.items() if values}
    answer = caring.appears(caring.facts(told, on=on, phrases=phrases()))
    records.keep_answer(
        case=case,
        kind=KIND,
        inputs={code: list(values) for code, values in told.items()},
        answer=_to_json(answer),
        versions={
            "rules.caring": caring.VERSION,
            "phrases": version(FILE),
            **{
                f"questionnaire.{number}": f"{each.form.url}|{each.form.version}"
                for number, each in enumerate(sent)
            },
        },
        on=on,
    )


def caring_of(case: UUID) -> Caring | None:
    """The newest answer; None where nothing was worked out."""
    kept = remembered.kept_answer(case, KIND)
    return _from_json(kept.answer) if kept else None


def _to_json(answer: caring.Answer) -> dict[str, object]:
    return {
        "view": answer.view.value,
        "duty": answer.duty.value if answer.duty else None,
        "because": [[each.says, each.source] for each in answer.because],
    }


def _from_json(kept: Mapping[str, Any]) -> Caring:
    return Caring(
        View(kept["view"]),
        Duty(kept["duty"]) if kept["duty"] else None,
        tuple((says, source) for says, source in kept["because"]),
    )
