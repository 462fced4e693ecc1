"""The list of what no council may take out: complete, sourced, and about questions that are there."""

import pytest

from onward.policy import national
from onward.policy.files import PolicyProblem, read_yaml
from onward.policy.overrides.needed import FILE, Need, needed, parse
from onward.policy.questionnaires import questionnaires
from onward.questionnaires.definition import Item
from onward.vocabulary import eligibility, national_return

ITEMS = [item for form in questionnaires() for item in form.everything()]


def kept(item: Item) -> Need | None:
    return needed().of(dict(item.raw))


def test_everything_on_the_list_is_asked_somewhere() -> None:
    meanings, link_ids = {each.meaning for each in ITEMS}, {each.link_id for each in ITEMS}
    assert needed().meanings.keys() - meanings == set()
    assert needed().notices.keys() - link_ids == set()
    assert needed().only_staff <= set(national.names())


def test_everything_on_the_list_says_why_and_where_that_is_from() -> None:
    lists = (needed().meanings, needed().kept_systems, needed().notices)
    assert all(each.because and each.source for every in lists for each in every.values())


@pytest.mark.parametrize("system", [eligibility.ADULT_SYSTEM, eligibility.CARER_SYSTEM])
def test_every_question_about_an_eligibility_outcome_stays(system: str) -> None:
    about = [each for each in ITEMS if each.codes_in(system)]
    assert about
    assert [each.link_id for each in about if kept(each) is None] == []


def test_every_list_of_the_national_return_stays_as_it_is() -> None:
    about = [each for each in ITEMS if each.codes_in(national_return.ITEM_SYSTEM)]
    assert {each.codes_in(national_return.ITEM_SYSTEM)[0] for each in about} == national_return.LISTS.keys()
    assert {need.options if (need := kept(each)) else "" for each in about} == {"closed"}


@pytest.mark.parametrize("link_id", ["religion", "orientation", "home-hard", "tried", "pay"])
def test_what_only_helps_is_the_councils_to_choose(link_id: str) -> None:
    assert [each.link_id for each in ITEMS if each.link_id == link_id and kept(each)] == []


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"options": "sometimes"}, "options is keep, closed or free"),
        ({"required": "often"}, "required is yes or no"),
        ({"colour": "red"}, "colour is not understood"),
        ({"because": None}, "as expected"),
    ],
)
def test_a_list_that_says_something_else_is_refused(part: dict[str, object], said: str) -> None:
    content = dict(read_yaml(FILE))
    entry = {"because": "why", "source": "where", **part}
    if entry["because"] is None:
        del entry["because"]
    with pytest.raises(PolicyProblem, match=said):
        parse({**content, "meanings": {"wish": entry}})
