"""The questionnaires in force."""

import json
from functools import cache

from onward.policy.files import FOLDER, PolicyProblem
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.reading import FaultyQuestionnaire, read


@cache
def questionnaire(name: str) -> Questionnaire:
    """The national questionnaire of this name, for example `first-contact`."""
    path = FOLDER / "england" / "questionnaires" / f"{name}.json"
    try:
        return read(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise PolicyProblem(f"There is no questionnaire {name} in {path.parent.name}.") from None
    except (json.JSONDecodeError, FaultyQuestionnaire) as problem:
        raise PolicyProblem(f"The questionnaire {path.name} cannot be used: {problem}") from None


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    """Every national questionnaire, by name."""
    return tuple(
        questionnaire(path.stem) for path in sorted((FOLDER / "england" / "questionnaires").glob("*.json"))
    )
