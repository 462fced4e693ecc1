"""What somebody said about how to reach them safely, and that messages which still wait are judged by it anew."""

from datetime import date
from uuid import UUID

from onward.casework.messages import actions as messages
from onward.questionnaires.answers import Answers, meaning_of, one
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import kept
from onward.rules.contacting import SafeContact
from onward.vocabulary.messages import ContactBy
from onward.vocabulary.principals import Principal

_ABOUT = frozenset({"contact-by", "message-safe", "safe-words"})


def said(form: Questionnaire, answers: Answers) -> SafeContact:
    """What these answers say, as far as they apply; None and no where it was not said."""
    applying = kept(form, answers)
    by, safe = one(form, applying, "contact-by"), one(form, applying, "message-safe")
    return SafeContact(
        contact_by=ContactBy(by) if by in set(ContactBy) else None,
        message_safe=safe == "yes" if safe else None,
        words=bool(one(form, applying, "safe-words")),
    )


def words(form: Questionnaire, answers: Answers) -> str:
    """What they wrote about reaching them safely, as far as it applies; empty where they wrote nothing."""
    return one(form, kept(form, answers), "safe-words")


def judge_again(
    case: UUID, form: Questionnaire, before: Answers, after: Answers, *, by: Principal, on: date
) -> None:
    """Where what was said about it has changed, messages that wait are held or let be by it; within an action."""
    changed = {key for key in {*before, *after} if tuple(before.get(key, ())) != tuple(after.get(key, ()))}
    if any(meaning_of(form, key) in _ABOUT for key in changed):
        messages.judge_again(case=case, safe_contact=said(form, after), by=by, on=on)
