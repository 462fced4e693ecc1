"""The list of problems at the top of a page, each a link to its question."""

from collections.abc import Sequence

from onward.questionnaires.validity import Problem
from onward.web.questions.names import first_field
from onward.web.questions.problems import problem_key, sentence


def summary(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """For the GOV.UK error summary."""
    return [
        {"text": sentence(each), "href": f"#{first_field(each.item, problem_key(each))}"} for each in problems
    ]
