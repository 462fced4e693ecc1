"""What a page says with its questions: what is known already, why something is asked, and what it comes to."""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from onward.policy.questionnaires import questionnaire
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.reading import read as read_form
from onward.questionnaires.validity import problems
from onward.web.questions import captions, fields
from onward.web.questions.building import questions
from onward.web.questions.offers import Offer
from onward.web.questions.reading import Change, Line, read
from onward.web.questions.summary import summary
from onward.web.questions.whole import whole
from onward.web.questions.words import shown_answer
from tests.web.browser import Seen, drawn

Json = dict[str, Any]
TODAY = date(2026, 11, 22)
FIRST_CONTACT = questionnaire("first-contact")
PAGE = '{% from "components/questions.html" import questions as ask %}{{ ask(all, true, worker) }}'
WHOLE = '{% from "components/whole_form.html" import whole_form %}{{ whole_form(whole) }}'
READING = '{% from "components/read_form.html" import read_form %}{{ read_form(parts) }}'
WEB, VISIT = (
    Offer(("Mary",), "You told us on 3 March 2026"),
    Offer(("Marie",), "A worker wrote it down on 9 May 2026"),
)
AGREES = Offer(("Mary",), "The hospital told us on 1 June 2026")
CHECK = "Check it is still right. Saving the page confirms it."


def form_of(*items: Json) -> Questionnaire:
    pages = [{"linkId": "p", "type": "group", "text": "About you", "item": list(items)}]
    return read_form(
        {"resourceType": "Questionnaire", "url": "http://x/q", "status": "active", "item": pages}
    )


NAME = form_of({"linkId": "name", "type": "string", "text": "Name"})


def page(form: Questionnaire, answers: Answers, *, worker: bool = False, **more: Any) -> Seen:
    asked = questions(form, form.items[0], answers, for_worker=worker, **more)
    return drawn(PAGE, all=asked, worker=worker)


@pytest.mark.parametrize("offers", [(WEB,), (WEB, AGREES)], ids=["one", "two that agree"])
def test_what_is_known_is_filled_in_with_where_it_is_from(offers: tuple[Offer, ...]) -> None:
    seen = page(NAME, {}, offers={"name": offers})
    assert ("name", "Mary") in seen.pairs
    assert all(f"{each.source}." in seen.text for each in offers)
    assert CHECK in seen.text


def test_offers_that_differ_are_all_listed_and_none_is_filled_in() -> None:
    seen = page(NAME, {}, offers={"name": (WEB, VISIT)})
    assert ("name", "") in seen.pairs
    assert "We have been told different things:" in seen.text
    assert "Mary . You told us on 3 March 2026." in seen.text
    assert "Marie . A worker wrote it down on 9 May 2026." in seen.text


def test_an_answer_is_never_written_over_and_a_worker_sees_what_else_was_told() -> None:
    answers = {"name": ("Maria",)}
    public, worker = (page(NAME, answers, worker=each, offers={"name": (WEB,)}) for each in (False, True))
    assert ("name", "Maria") in public.pairs
    assert "Mary" not in public.text
    assert "Told otherwise:" in worker.text
    assert "Mary . You told us on 3 March 2026." in worker.text


def test_an_answer_that_agrees_with_an_offer_says_nothing_more() -> None:
    assert "Told otherwise" not in page(NAME, {"name": ("Mary",)}, worker=True, offers={"name": (WEB,)}).text


def test_a_field_that_somebody_emptied_is_not_filled_in_again() -> None:
    sent = fields.sent(NAME.items, QueryDict("name="))
    seen = page(NAME, {}, offers={"name": (WEB,)}, sent=sent)
    assert ("name", "") in seen.pairs
    assert "Mary" in seen.text  # it is still told


def test_a_filled_in_answer_counts_only_when_it_was_saved() -> None:
    assert whole(NAME, {}, offers={"name": (WEB,)}).progress.words == "to do: 0 of 1 answered"
    assert whole(NAME, {"name": ("Mary",)}).progress.words == "1 of 1 answered"


def test_help_and_the_reason_for_asking_stand_with_the_question() -> None:
    control = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
    systems = {
        "help": "http://hl7.org/fhir/questionnaire-item-control",
        "why": "https://onward.example/codes/item-control",
    }
    said = [
        {"linkId": code, "type": "display", "text": f"The {code} of it.", "extension": [
            {"url": control, "valueCodeableConcept": {"coding": [{"system": system, "code": code}]}}]}
        for code, system in systems.items()
    ]  # fmt: skip
    seen = page(form_of({"linkId": "q", "type": "string", "text": "Q", "item": said}), {})
    assert "Help with this question : Q The help of it." in seen.text
    assert "Why we ask this : Q The why of it." in seen.text


def test_a_part_that_does_not_apply_is_folded_and_says_when_it_is_asked() -> None:
    found = whole(FIRST_CONTACT, {"wish": ("advice",), "who": ("me",)})
    parts = {each.item.link_id: each for each in found.parts}
    assert parts["asker"].state == "does not apply now"
    assert parts["asker"].reason == "question 2.1 is “Someone else”"
    assert parts["me"].state == "to do: 0 of 4 answered"
    assert parts["about"].state == "1 of 1 answered"
    seen = drawn(WHOLE, whole=found)
    assert "Part 3: asked when question 2.1 is “Someone else”" in seen.text
    assert ("save", "1") not in seen.pairs  # a button that was not pressed sends nothing


def test_what_was_answered_in_a_part_that_no_longer_applies_is_still_sent() -> None:
    answers = {"wish": ("advice",), "who": ("me",), "asker-name": ("Ann",)}
    seen = drawn(WHOLE, whole=whole(FIRST_CONTACT, answers))
    sent = fields.sent(FIRST_CONTACT.items, seen.sends(("save", "1")))
    assert fields.merged(FIRST_CONTACT.items, answers, sent.answers) == answers


def test_problems_stand_with_their_question_wherever_it_is_and_link_to_its_field() -> None:
    form = form_of(
        {"linkId": "g", "type": "group", "repeats": True, "text": "Friend", "item": [
            {"linkId": "name", "type": "string", "text": "Name", "required": True},
            {"linkId": "born", "type": "date", "text": "Born"},
        ]}
    )  # fmt: skip
    answers = {"name@1": ("Ann",), "born@2": ("2026-02-31",)}
    wrong = problems(form, answers, today=TODAY)
    assert {each["href"] for each in summary(wrong)} == {"#name@2", "#born@2-day"}
    seen = drawn(WHOLE, whole=whole(form, answers, wrong))
    assert {"name@2", "born@2-day", "name@2-error", "born@2-error"} <= set(seen.ids)
    assert "name@1-error" not in seen.ids


@pytest.mark.parametrize(("page", "words"), [("about", "Part 2 of 7"), ("safe", "Part 7 of 7")])
def test_a_caption_has_the_number_that_paper_has(page: str, words: str) -> None:
    assert captions.caption(FIRST_CONTACT, FIRST_CONTACT.item(page)) == words


def test_only_a_page_on_which_nothing_must_be_answered_may_be_skipped() -> None:
    assert captions.may_be_skipped(NAME.items[0])
    assert not captions.may_be_skipped(FIRST_CONTACT.item("about"))


def _line(*changes: Change) -> Line:
    (part,) = read(NAME, changes)
    return part.lines[0]


def test_for_reading_each_answer_has_who_said_it_and_when_and_what_it_was_before() -> None:
    first = Change("name", ("Mary",), date(2026, 3, 3), "Mary Windlebrook")
    second = Change("name", ("Maria",), TODAY, "Ada Answerwell", offered_from="the hospital")
    line = _line(first, second)
    assert line.now and line.now.change == second
    assert [each.change for each in line.before] == [first]
    text = drawn(READING, parts=read(NAME, [first, second])).text
    assert "Maria Said on 22 November 2026 by Ada Answerwell. Known from the hospital and confirmed." in text
    assert "Before: Mary , told on 3 March 2026 by Mary Windlebrook." in text


def test_an_answer_that_was_dropped_or_taken_back_is_before_and_says_so() -> None:
    dropped = Change("name", ("Mary",), TODAY, "Ada", dropped=True)
    assert _line(dropped).now is None
    text = drawn(READING, parts=read(NAME, [dropped])).text
    assert "Not kept, because the question no longer applied: Mary , told on 22 November 2026 by Ada." in text
    back = Change("name", (), TODAY, "Ada")
    assert "Taken back on 22 November 2026 by Ada." in drawn(READING, parts=read(NAME, [back])).text


def test_a_question_that_nobody_answered_says_so() -> None:
    assert "Name Not answered" in drawn(READING, parts=read(NAME, [])).text


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("boolean", "true", "Yes"),
        ("date", "2026-03-02", "2 March 2026"),
        ("date", "2026-02-31", "2026-02-31"),
        ("dateTime", "2026-07-02T13:30:00+00:00", "2 July 2026, 2:30pm"),
        ("dateTime", "2026-07-02", "2 July 2026"),
        ("time", "09:05:00", "9:05am"),
        ("decimal", "12.50", "12.50"),
        ("quantity", "12.5|kg", "12.5 kg"),
        ("attachment", "https://example.org/a.pdf|Letter", "Letter (https://example.org/a.pdf)"),
        ("attachment", "https://example.org/a.pdf", "https://example.org/a.pdf"),
        ("attachment", '{"valueAttachment":{"title":"Photo","data":"aaaa"}}', "Photo"),
        ("reference", "Patient/1|Mary", "Mary"),
        ("reference", "Patient/1", "Patient/1"),
        ("choice", '{"valueCoding":{"system":"s","code":"c","display":"Elsewhere"}}', "Elsewhere"),
        ("integer", '{"valueInteger":7}', "7"),
        ("decimal", '{"value', '{"value'),
    ],
)
def test_an_answer_in_words(kind: str, value: str, words: str) -> None:
    form = form_of({"linkId": "q", "type": kind, "text": "Q"})
    assert shown_answer(form.item("q"), (value,)) == [words]


def test_a_question_within_its_option_needs_no_words_for_when_it_is_asked() -> None:
    answers = {"wish": ("advice",), "who": ("me",)}
    seen = drawn(PAGE, all=questions(FIRST_CONTACT, FIRST_CONTACT.item("safe"), answers), worker=False)
    assert "7.2 Phone number" in seen.text
    assert "Only answer this" not in seen.text
    assert "question 7.1" not in drawn(WHOLE, whole=whole(FIRST_CONTACT, answers)).text


def test_a_question_that_more_than_one_option_asks_for_says_when() -> None:
    when = [{"question": "a", "operator": "=", "answerBoolean": each} for each in (True, False)]
    form = form_of(
        {"linkId": "a", "type": "boolean", "text": "A"},
        {"linkId": "b", "type": "string", "text": "B", "enableWhen": when, "enableBehavior": "any"},
    )
    assert "Only answer this if question 1.1 is “Yes” or question 1.1 is “No”." in page(form, {}).text
