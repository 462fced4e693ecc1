"""What to look at first: the policy is read whole, says where it is from, and asks for answers that can be given."""

from copy import deepcopy
from typing import Any

import pytest

from onward.policy.files import PolicyProblem, read_yaml
from onward.policy.questionnaires import questionnaires
from onward.policy.triage import COUNCIL, FILE, parse, triage
from onward.vocabulary.screening import Prompt, Sign, Urgency
from tests.reading_age import MOST_GRADE, grade

ITEMS = [item for form in questionnaires() for item in form.everything()]


def changed(part: str, **to: object) -> dict[str, Any]:
    content: dict[str, Any] = deepcopy(read_yaml(FILE))
    content[part] = {**content[part], **to}
    return content


def test_every_answer_that_it_reads_can_be_given() -> None:
    options: dict[str, set[str]] = {}
    for each in ITEMS:
        options.setdefault(each.meaning, set()).update(option.code for option in each.options)
    screen, parts = triage().screen, triage().screen.parts
    read = [*(each.answers for each in screen.signs), *screen.no.values()]
    read += [parts.needs, parts.no_needs, parts.cannot_protect]
    wrong = [
        (meaning, codes - options.get(meaning, set())) for says in read for meaning, codes in says.items()
    ]
    assert [(meaning, codes) for meaning, codes in wrong if codes] == []


def test_every_text_that_it_reads_is_asked_for() -> None:
    assert triage().reads - {each.meaning for each in ITEMS} == set()


def test_every_sign_is_there_and_whoever_is_badly_hurt_comes_first() -> None:
    urgency = {each.sign: each.urgency for each in triage().screen.signs}
    assert urgency.keys() == set(Sign)
    assert {sign for sign, each in urgency.items() if each is Urgency.NOW} == {
        Sign.HARM_NOW, Sign.LIFE_NOW, Sign.FIRE_NOW, Sign.HURT_NOW
    }  # fmt: skip
    assert {each.prompt for each in triage().screen.signs} == set(Prompt)


def test_whom_to_ring_says_when_and_where_it_is_from() -> None:
    numbers = [each.number for each in triage().ring]
    assert {"999", "111", COUNCIL} <= set(numbers)
    assert all(each.says and each.source for each in triage().ring)
    assert all(each.number in each.says for each in triage().ring if each.number != COUNCIL)


def test_whom_to_ring_is_plain_to_read() -> None:
    assert grade([each.says for each in triage().ring]) <= MOST_GRADE


def test_what_is_written_without_marks_is_found_in_every_way() -> None:
    phrases = {each.sign: each.phrases for each in triage().screen.signs}
    assert ("can", "not", "cope") in phrases[Sign.CANNOT_GO_ON]["can"]
    assert triage().screen.hearing.same["cant"] == ("can", "not")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            changed("signs", afraid={"look_at": "safeguarding", "urgency": "today"}),
            "neither answers nor words",
        ),
        (changed("signs", afraid={"look_at": "ghosts", "urgency": "today", "words": ["boo"]}), "ghosts"),
        (changed("signs", afraid={"look_at": "fire", "urgency": "later", "words": ["boo"]}), "LATER"),
        (changed("signs", afraid={"look_at": "fire", "words": ["boo"]}), "urgency"),
        (
            changed("signs", afraid={"look_at": "fire", "urgency": "soon", "words": ["Can't"]}),
            "small letters",
        ),
        (
            changed("signs", afraid={"look_at": "fire", "urgency": "soon", "answers": {"mood": [True]}}),
            "quotation",
        ),
        (changed("signs", ghosts={"look_at": "fire", "urgency": "soon", "words": ["boo"]}), "ghosts"),
        (changed("safeguarding", more={}), "more"),
        (changed("hearing", reach="far"), "far"),
        ({**read_yaml(FILE), "signs": {}}, "no sign"),
        ({**read_yaml(FILE), "ring": [{"number": "999"}]}, "says"),
        ({"since": "2026-11-22"}, "hearing"),
    ],
)
def test_a_file_that_is_not_as_expected_is_told(content: dict[str, Any], says: str) -> None:
    with pytest.raises(PolicyProblem, match=says):
        parse(content, "1")
