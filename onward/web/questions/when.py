"""When a question is asked, for the page's own script: it shows at once what the server would show after saving."""

import json
from collections.abc import Collection

from onward.questionnaires.definition import Condition, Item, Questionnaire
from onward.web.questions.names import place


def when(form: Questionnaire, item: Item, at: tuple[int, ...], here: Collection[str]) -> str:
    """The conditions as JSON; empty where they are not all about this page, and so cannot change on it."""
    if item.enable_expression or not item.conditions:
        return ""
    if not all(each.question in here and _is_one_place(form, each, at) for each in item.conditions):
        return ""
    return json.dumps(
        {"all": item.all_conditions, "conditions": [_written(form, each, at) for each in item.conditions]}
    )


def _written(form: Questionnaire, condition: Condition, at: tuple[int, ...]) -> dict[str, str]:
    question = form.item(condition.question)
    answer = str(condition.answer).lower() if isinstance(condition.answer, bool) else condition.answer
    name = place(question, at[: len(form.numbered_above[question.link_id])])
    return {"field": name, "operator": condition.operator, "answer": answer}


def _is_one_place(form: Questionnaire, condition: Condition, at: tuple[int, ...]) -> bool:
    """Whether the question stands around or beside the item, and not many times below it."""
    return len(form.numbered_above[condition.question]) <= len(at)
