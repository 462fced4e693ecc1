"""What an introduction may begin with: what the person told us, for the worker to read out, change and agree."""

from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.answering import queries as answering
from onward.casework.answering.forms import FIRST_CONTACT
from onward.questionnaires.answers import Answers, one
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import kept
from onward.rules.introducing import Told
from onward.vocabulary.messages import ContactBy


def told_already(case: UUID) -> Told:
    """A first name, a way to be reached and their own words, as far as their first form has them."""
    filling = answering.filling(case, FIRST_CONTACT)
    if filling is None:
        return Told("", "", "")
    form, answers = filling.form, kept(filling.form, filling.answers)
    name, want = one(form, answers, "person-given-name"), one(form, answers, "words")
    return Told(name, _reach(form, answers), want)


def safe_words(case: UUID) -> str:
    """What they wrote about how to reach them safely."""
    filling = answering.filling(case, FIRST_CONTACT)
    return one(filling.form, kept(filling.form, filling.answers), "safe-words") if filling else ""


def _reach(form: Questionnaire, answers: Answers) -> str:
    phone = one(form, answers, "phone")
    match one(form, answers, "contact-by") or (ContactBy.PHONE if phone else ""):
        case ContactBy.PHONE:
            alone = one(form, answers, "message-safe") != "yes"
            number = _("Ring %(number)s.") % {"number": phone}
            return f"{number} {_('Talk only to them: leave no message.')}" if alone else number
        case ContactBy.TEXT:
            return _("Send a text to %(number)s.") % {"number": one(form, answers, "mobile")}
        case ContactBy.EMAIL:
            return _("Write to %(address)s.") % {"address": one(form, answers, "email")}
    return ""
