"""Whatever is answered is shown, sent and read again as it was: every type of question, however it is nested."""

from hypothesis import HealthCheck, given, settings

from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.web.questions import fields
from onward.web.questions.building import questions
from onward.web.questions.whole import whole
from tests.web.browser import Seen, drawn
from tests.web.forms import forms_and_answers

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
PAGE = '{% from "components/questions.html" import questions as ask %}{{ ask(all, true, worker) }}'
WHOLE = '{% from "components/whole_form.html" import whole_form %}{{ whole_form(whole) }}'


def page_of(form: Questionnaire, answers: Answers, number: int = 0, *, worker: bool = False) -> Seen:
    asked = questions(form, form.items[number], answers, for_worker=worker)
    return drawn(PAGE, all=asked, worker=worker)


@UNHURRIED
@given(forms_and_answers())
def test_a_whole_form_that_nobody_touched_sends_what_was_answered(
    drawn_form: tuple[Questionnaire, Answers],
) -> None:
    form, answers = drawn_form
    seen = drawn(WHOLE, whole=whole(form, answers))
    assert fields.sent(form.items, seen.sends()).answers == answers


@UNHURRIED
@given(forms_and_answers())
def test_no_two_fields_have_the_same_id(drawn_form: tuple[Questionnaire, Answers]) -> None:
    ids = drawn(WHOLE, whole=whole(*drawn_form)).ids
    assert sorted(ids) == sorted(set(ids))
