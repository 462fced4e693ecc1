"""Whatever is answered is shown, sent and read again as it was: every type of question, however it is nested."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from onward.questionnaires.answers import Answers, place
from onward.questionnaires.definition import Questionnaire
from onward.web.questions import fields, names
from onward.web.questions.whole import Whole, walk, whole
from tests.web.browser import Seen, drawn
from tests.web.forms import forms_and_answers

UNHURRIED = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=40
)
WHOLE = '{% from "components/whole_form.html" import whole_form %}{{ whole_form(whole) }}'
FormAndAnswers = tuple[Questionnaire, Answers]


def shown(asked: Whole) -> Seen:
    return drawn(WHOLE, whole=asked)


def repeating(asked: Whole) -> list[str]:
    """The names of what can be added to."""
    return [each.key for part in asked.parts for each in walk(part.questions) if each.can_add]


@UNHURRIED
@given(forms_and_answers())
def test_a_form_that_nobody_touched_sends_what_was_answered(both: FormAndAnswers) -> None:
    form, answers = both
    assert fields.sent(form.items, shown(whole(form, answers)).sends()).answers == answers


@UNHURRIED
@given(forms_and_answers())
def test_no_two_fields_have_the_same_id(both: FormAndAnswers) -> None:
    ids = shown(whole(*both)).ids
    assert sorted(ids) == sorted(set(ids))


@UNHURRIED
@given(forms_and_answers(), st.randoms(use_true_random=False))
def test_adding_another_keeps_everything_and_shows_one_more(
    both: FormAndAnswers, chance: st.DataObject
) -> None:
    form, answers = both
    asked = whole(form, answers)
    assume(names_to_add := repeating(asked))
    name = chance.choice(names_to_add)  # type: ignore[attr-defined]
    sent = fields.sent(form.items, shown(asked).sends(("add", name)))
    assert sent.answers == answers
    assert sent.changed == name
    again = whole(form, sent.answers, sent=sent)
    assert many(again, name) == many(asked, name) + 1
    assert fields.sent(form.items, shown(again).sends()).answers == answers


@UNHURRIED
@given(forms_and_answers(), st.randoms(use_true_random=False))
def test_removing_takes_one_away_and_keeps_the_rest_in_order(
    both: FormAndAnswers, chance: st.DataObject
) -> None:
    form, answers = both
    asked = whole(form, answers)
    assume(found := [each for each in repeating(asked) if many(asked, each) > 1])
    name = chance.choice(found)  # type: ignore[attr-defined]
    which = chance.randint(1, many(asked, name))  # type: ignore[attr-defined]
    sent = fields.sent(form.items, shown(asked).sends(("remove", f"{name}:{which}")))
    link_id, around = place(name)
    item, depth = form.item(link_id), len(around)
    inside = {each.link_id for each in item.walk()} - {link_id}
    for key, values in answers.items():
        asked_of, numbers = place(key)
        if asked_of in inside and numbers[:depth] == around:
            number = numbers[depth]
            if number != which:
                moved = (*around, number - (number > which), *numbers[depth + 1 :])
                assert sent.answers[names.place(form.item(asked_of), moved)] == values
        elif key != name:
            assert sent.answers[key] == values
    if item.asks:
        left = [each for at, each in enumerate(answers.get(name, ()), start=1) if at != which]
        assert list(sent.answers.get(name, ())) == left
    assert many(whole(form, sent.answers, sent=sent), name) == many(asked, name) - 1


def many(asked: Whole, name: str) -> int:
    (found,) = [each for part in asked.parts for each in walk(part.questions) if each.key == name]
    return len(found.boxes) or len(found.times)


@UNHURRIED
@given(forms_and_answers(), st.text(), st.integers())
def test_buttons_that_no_page_has_change_nothing(both: FormAndAnswers, name: str, which: int) -> None:
    form, answers = both
    assume(not form.by_link_id.keys() & {name})
    sends = shown(whole(form, answers)).sends(("add", name), ("remove", f"{name}:{which}"))
    sent = fields.sent(form.items, sends)
    assert (sent.answers, sent.changed) == (answers, "")
