"""How an assessment of this request may be done: worked out with the screening, and kept with what it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from onward.casework.answering.seen import Filling
from onward.journey.contact.answers import codes_by_meaning
from onward.policy.files import version
from onward.policy.proportion import FILE, limits
from onward.records import actions as records
from onward.records import queries as remembered
from onward.rules.proportion import MEANINGS, VERSION, Answer, facts, propose
from onward.vocabulary.proportion import ByWhom, Oversight, Route
from onward.vocabulary.screening import Urgency

KIND = "contact.proportion"


@dataclass(frozen=True)
class Proportion:
    """What was proposed, as it was kept; each reason as a sentence to the person, with its source."""

    route: Route
    by_whom: ByWhom
    oversight: Oversight
    because: tuple[tuple[str, str], ...]


def keep_proportion(
    *, case: UUID, sent: list[Filling], urgency: Urgency, safeguarding: bool, on: date
) -> None:
    """Work it out from what was sent and what the screening found, and keep the answer; within an action."""
    told = codes_by_meaning(sent, frozenset(MEANINGS))
    answer = propose(facts(told, urgency=urgency, safeguarding=safeguarding), limits())
    records.keep_answer(
        case=case,
        kind=KIND,
        inputs={
            "answers": {meaning: sorted(codes) for meaning, codes in sorted(told.items())},
            "urgency": urgency.code,
            "safeguarding": safeguarding,
        },
        answer=_to_json(answer),
        versions={"rules.proportion": VERSION, "policy": version(FILE)},
        on=on,
    )


def proportion_of(case: UUID) -> Proportion | None:
    """The newest proposal; None where nothing was worked out."""
    kept = remembered.kept_answer(case, KIND)
    return _from_json(kept.answer) if kept else None


def _to_json(answer: Answer) -> dict[str, object]:
    return {
        "route": answer.route.code,
        "by_whom": answer.by_whom.code,
        "oversight": answer.oversight.value,
        "because": [[each.says, each.source] for each in answer.because],
    }


def _from_json(kept: Mapping[str, Any]) -> Proportion:
    return Proportion(
        Route[kept["route"].upper()],
        ByWhom[kept["by_whom"].upper()],
        Oversight(kept["oversight"]),
        tuple((says, source) for says, source in kept["because"]),
    )
