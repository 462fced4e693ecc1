"""The words of the needs self-assessment: plain, short, and never "you" for the wrong person."""

import re

import pytest

from onward.questionnaires.definition import Item
from tests.policy.assessment import FOR_ANOTHER, FORM, HEALTHY, said, shown
from tests.reading_age import MOST_GRADE, grade

MOST_WORDS = 25  # in a sentence
# Adults read some 240 words a minute; this is slower, and gives each question time to be answered.
MINUTES, WORDS_A_MINUTE, SECONDS_A_QUESTION = 10, 200, 5
MOST_WORDS_OF_EASY = 12
EVERYTHING = list(FORM.walk())
SENTENCE = re.compile(r"(?<=[.?!])\s+")
YOU = re.compile(r"\b(you|your|yours|yourself|i|my|me)\b", re.IGNORECASE)
THEY = re.compile(r"\b(they|them|their|theirs)\b", re.IGNORECASE)
# Whoever answers is "you" on every path: what is asked of them as the asker, the carer, or somebody to be reached.
OF_WHOEVER_ANSWERS = ("asker-", "carer-", "helper", "contact-by", "phone", "message-safe", "email", "address")
OPENING = {"start-stop", "start-instead"}
ALSO_OF_WHOEVER_ANSWERS = {"advocate", "safe-words", "wants-cost", "for-whom"}


def about_whoever_answers(item: Item) -> bool:
    if item.type == "group":
        return all(about_whoever_answers(each) for each in item.walk() if each.asks)
    said_so = item.meaning.startswith(OF_WHOEVER_ANSWERS) or item.meaning in ALSO_OF_WHOEVER_ANSWERS
    return said_so or item.link_id in OPENING


def test_the_whole_form_reads_at_the_age_of_eleven() -> None:
    lines = [text for item in EVERYTHING for text in said(item)]
    assert grade(lines) <= MOST_GRADE
    assert grade([text for text in lines if text.endswith((".", "?", "!"))]) <= MOST_GRADE


@pytest.mark.parametrize("page", FORM.items, ids=lambda page: page.link_id)
def test_each_page_reads_at_the_age_of_eleven(page: Item) -> None:
    assert grade([text for item in page.walk() for text in said(item)]) <= MOST_GRADE


def test_no_sentence_is_long() -> None:
    sentences = [each for item in EVERYTHING for text in said(item) for each in SENTENCE.split(text)]
    assert [each for each in sentences if len(each.split()) > MOST_WORDS] == []


def test_a_healthy_person_can_read_it_all_in_ten_minutes() -> None:
    """The voluntary page apart; nothing written in the boxes for words."""
    voluntary = {item.link_id for item in FORM.item("equality").walk()}
    read = [item for item in shown(HEALTHY) if item.link_id not in voluntary]
    lines = [
        text for item in read for text in (item.text, item.hint, *(option.text for option in item.options))
    ]
    words, questions = sum(len(text.split()) for text in lines), sum(item.asks for item in read)
    assert words / WORDS_A_MINUTE + questions * SECONDS_A_QUESTION / 60 <= MINUTES


def test_whoever_asks_for_another_is_never_taken_for_them() -> None:
    wrong = [
        (item.link_id, text)
        for item in shown(FOR_ANOTHER)
        if not about_whoever_answers(item)
        for text in said(item)
        if YOU.search(text) and "I’d rather not say" not in text
    ]
    assert wrong == []


def test_whoever_asks_for_themselves_is_never_spoken_of_as_somebody_else() -> None:
    """But on the first page, which is said to everybody, and of the people who are there for them."""
    asked = [item for item in shown(HEALTHY) if not item.link_id.startswith(("start", "people"))]
    assert [(item.link_id, text) for item in asked for text in said(item) if THEY.search(item.text)] == []


def test_it_says_that_it_is_joint_that_one_may_stop_and_that_nobody_is_refused() -> None:
    opening = " ".join(item.text for item in FORM.items[0].items if not item.asks)
    for promise in ("together", "Every page can be the last", "someone with you", "Nobody is turned away"):
        assert promise in opening


@pytest.mark.parametrize(
    "link_id",
    ["risk-afraid", "risk-life", "share", "conditions", "asker-helps", "who", "together", "interpreter"],
)
def test_it_says_why_it_asks_what_is_hard_to_tell(link_id: str) -> None:
    assert FORM.item(link_id).why


def test_easy_words_are_short_sentences() -> None:
    easy = [text for item in EVERYTHING for text in (item.easy, *(option.easy for option in item.options))]
    sentences = [each for text in easy for each in SENTENCE.split(text)]
    assert [each for each in sentences if len(each.split()) > MOST_WORDS_OF_EASY] == []
