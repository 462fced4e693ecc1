"""What holds of eligibility whatever is said, and that every word of it has its sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.rules.eligibility import Answer, advise, words
from onward.rules.eligibility.known import all_of, at_least
from onward.rules.eligibility.reading import case as read
from onward.rules.eligibility.regulation import REGULATIONS
from onward.vocabulary.eligibility import AdultOutcome, CarerOutcome, Limb, WellbeingArea
from tests.rules.eligibility.literal import ADULT_OUTCOMES, CARER_OUTCOMES
from tests.rules.eligibility.random_cases import AREAS, cases

STRENGTH = ["no", "not_yet_known", "yes"]


def answer_to(case: dict[str, Any]) -> Answer:
    return advise(read(case))


def with_findings(case: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {**case, "outcomes": [each | said for each in case["outcomes"]]}


def findings_out(answer: Answer) -> list[str]:
    return [says for says in answer.missing if says.startswith("Find out ")]


@given(cases, st.data())
def test_the_order_of_findings_changes_nothing(case: dict[str, Any], data: st.DataObject) -> None:
    other = {**case, "outcomes": data.draw(st.permutations(case["outcomes"]))}
    one, two = answer_to(case), answer_to(other)
    assert (one.eligible, one.missing, set(one.because)) == (two.eligible, two.missing, set(two.because))


@given(cases)
def test_naming_everything_twice_changes_nothing(case: dict[str, Any]) -> None:
    assert answer_to({**case, "outcomes": case["outcomes"] * 2}) == answer_to(case)


@given(
    cases,
    st.sampled_from([{"met_by_carer": True}, {"evidence": "seen"}, {"evidence": ""}, {"over": "a year"}]),
)
def test_what_is_only_recorded_changes_no_answer(case: dict[str, Any], said: dict[str, Any]) -> None:
    one, two = answer_to(case), answer_to(with_findings(case, **said))
    assert (one.eligible, findings_out(one)) == (two.eligible, findings_out(two))


@given(cases, st.sampled_from(AREAS))
def test_areas_of_wellbeing_change_no_answer(case: dict[str, Any], area: str) -> None:
    assert (
        answer_to({**case, "wellbeing_areas": [area]}).eligible
        == answer_to({**case, "wellbeing_areas": []}).eligible
    )


@given(cases, st.sampled_from([*Limb][:3]))
def test_being_unable_to_do_one_thing_more_never_speaks_against(case: dict[str, Any], limb: Limb) -> None:
    more = {**case, "outcomes": [*case["outcomes"], {"outcome": "nutrition", "unable": limb.value}]}
    before, after = answer_to(case).eligible, answer_to(more).eligible
    assert STRENGTH.index(after) >= STRENGTH.index(before)


@given(cases)
def test_the_answer_comes_first_and_every_sentence_is_said_once(case: dict[str, Any]) -> None:
    answer = answer_to(case)
    assert answer.because[0] == words.ANSWERS[answer.eligible]
    assert len(set(answer.because)) == len(answer.because)
    assert len(set(answer.sources)) == len(answer.sources)
    assert all(says.endswith(".") for says in (*answer.because, *answer.missing))


@pytest.mark.parametrize(
    ("answers", "two_of_them", "all_of_them"),
    [
        ([], False, True),
        ([True], False, True),
        ([True, None], None, None),
        ([None, None], None, None),
        ([None, False], False, False),
        ([True, True], True, True),
        ([True, True, None], True, None),
        ([True, True, False], True, False),
        ([True, None, False], None, False),
    ],
)
def test_an_answer_is_known_as_soon_as_nothing_missing_could_change_it(
    answers: list[bool | None], two_of_them: bool | None, all_of_them: bool | None
) -> None:
    assert (at_least(2, answers), all_of(*answers)) == (two_of_them, all_of_them)


def test_the_regulations_have_their_outcomes_and_limbs() -> None:
    adults, carers = REGULATIONS.values()
    assert [list(each.outcomes) for each in (adults, carers)] == [ADULT_OUTCOMES, CARER_OUTCOMES]
    assert list(adults.outcomes.values()) == [f"(2)({each})" for each in "abcdefghij"]
    romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
    assert list(carers.outcomes.values()) == [f"(2)(b)({each})" for each in romans]
    assert (list(adults.limbs), list(carers.limbs)) == ([*Limb], [*Limb][:3])
    assert list(adults.limbs.values()) == ["(3)(a)", "(3)(b)", "(3)(c)", "(3)(d)"]


def test_every_outcome_limb_and_area_has_its_words() -> None:
    assert [[*each] for each in words.DOING.values()] == [[*AdultOutcome], [*CarerOutcome]]
    assert [*words.LIMBS] == [*Limb]
    assert [*words.AREAS] == [*WellbeingArea]
