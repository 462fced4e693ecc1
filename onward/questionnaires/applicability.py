"""Which questions apply, given what has been answered: FHIR `enableWhen`."""

from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Condition, Item, Questionnaire


def applicable(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """The linkIds that apply. An item below one that does not apply does not apply either.

    An answer to a question that does not apply counts for nothing, so conditions on it are not met: items are taken
    in order, and conditions look back.
    """
    applies: set[str] = set()
    for item in questionnaire.items:
        _collect(item, answers, applies)
    return frozenset(applies)


def kept(questionnaire: Questionnaire, answers: Answers) -> dict[str, tuple[str, ...]]:
    """Only the answers to questions that apply: what is sent on completion."""
    applies = applicable(questionnaire, answers)
    return {link_id: values for link_id, values in answers.items() if link_id in applies and values}


def _collect(item: Item, answers: Answers, applies: set[str]) -> None:
    checks = [_met(condition, answers, applies) for condition in item.conditions]
    if checks and not (all(checks) if item.all_conditions else any(checks)):
        return
    applies.add(item.link_id)
    for each in item.items:
        _collect(each, answers, applies)


def _met(condition: Condition, answers: Answers, applies: set[str]) -> bool:
    given = answers.get(condition.question, ()) if condition.question in applies else ()
    if condition.operator == "exists":
        return bool(given) is (condition.answer is True)
    wanted = str(condition.answer).lower() if isinstance(condition.answer, bool) else condition.answer
    if condition.operator == "=":
        return wanted in given
    return bool(given) and any(value != wanted for value in given)
