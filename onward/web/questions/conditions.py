"""When a question is asked, in words, from the conditions of the form."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from onward.questionnaires.definition import Condition, Item, Questionnaire
from onward.web.questions.words import say, shown_answer


def asked_when(form: Questionnaire, numbers: Mapping[str, str], item: Item) -> str:
    """`question 2.1 is “Yes” or question 3 is answered`; empty where it is always asked, or where nobody sees why."""
    parts = [_phrase(form, numbers, each) for each in item.conditions if each.question in numbers]
    if item.enable_expression:
        return say(item.enable_expression.says) or _("other answers ask for it")
    return (_(" and ") if item.all_conditions else _(" or ")).join(parts)


def depends(item: Item) -> bool:
    """Whether it is not always asked."""
    return bool(item.conditions or item.enable_expression)


def _phrase(form: Questionnaire, numbers: Mapping[str, str], condition: Condition) -> str:
    question = form.item(condition.question)
    told = {"number": numbers[condition.question], "answer": _answer(question, condition)}
    if condition.operator == "exists":
        return _ANSWERED[condition.answer is True]() % told
    return _OPERATORS.get(condition.operator, _OPERATORS["="])() % told


def _answer(question: Item, condition: Condition) -> str:
    if isinstance(condition.answer, bool):
        return _("Yes") if condition.answer else _("No")
    return say(shown_answer(question, (condition.answer,))[0])


_ANSWERED = {
    True: lambda: _("question %(number)s is answered"),
    False: lambda: _("question %(number)s is not answered"),
}
_OPERATORS = {
    "=": lambda: _("question %(number)s is “%(answer)s”"),
    "!=": lambda: _("question %(number)s is not “%(answer)s”"),
    ">": lambda: _("question %(number)s is more than %(answer)s"),
    "<": lambda: _("question %(number)s is less than %(answer)s"),
    ">=": lambda: _("question %(number)s is %(answer)s or more"),
    "<=": lambda: _("question %(number)s is %(answer)s or less"),
}
