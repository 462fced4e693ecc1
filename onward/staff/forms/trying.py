"""Trying a form out page by page, as the public sees it. What was answered is carried by the page itself."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils import timezone

from onward.questionnaires import pages
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.validity import Problem, problems
from onward.staff.forms import samples
from onward.web.questions import fields
from onward.web.questions.fields import Sent


@dataclass(frozen=True)
class Tried:
    """Where somebody is who tries a form out. No `page`: they came to its end."""

    answers: Answers
    page: Item | None
    sent: Sent | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def carried(self) -> str:
        """The answers, as the page carries them."""
        return json.dumps(self.answers)


def begin(form: Questionnaire) -> Tried:
    answers = samples.unseen(form)
    return Tried(answers, next(iter(pages.pages(form, answers)), None))


def go_on(form: Questionnaire, data: QueryDict) -> Tried:
    """After a page was sent: the next one, the one before, or the same where something is wrong or was added."""
    stored = _carried(data.get("carried", ""))
    page = next((each for each in form.items if each.link_id == data.get("part")), None)
    if page is None:
        return begin(form)
    sent = fields.sent((page,), data)
    answers = fields.merged((page,), stored, sent.answers)
    if sent.changed:
        return Tried(answers, page, sent)
    if "back" in data:
        return Tried(answers, pages.before(form, answers, page) or page)
    if "skip" in data:
        return Tried(stored, pages.after(form, stored, page))
    if wrong := tuple(problems(form, answers, today=timezone.localdate(), within=page)):
        return Tried(answers, page, sent, wrong)
    return Tried(answers, pages.after(form, answers, page))


def _carried(text: str) -> dict[str, tuple[str, ...]]:
    """Only what could have been answers: somebody may send anything."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, Mapping):
        return {}
    return {
        str(key): tuple(values)
        for key, values in found.items()
        if isinstance(values, list) and all(isinstance(each, str) for each in values)
    }
