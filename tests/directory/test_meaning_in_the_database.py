"""Meaning in the database: read by a job a little at a time, used as far as it has got, and found by what is meant."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest

from onward.directory import learned_rankings, meanings, queries
from onward.directory.loading import bring_in
from onward.directory.meaning import table, weights
from onward.directory.models import Service, TextVector
from onward.ranking import Learned
from onward.ranking.meaning import Encoder

pytestmark = pytest.mark.django_db
WriteArea = Callable[..., Path]
SERVICES = """id,name,description,category,postcode
memory,Thursday Café,For people with dementia and their families,café,QQ1 1AA
golf,Golf Club,Eighteen holes,sports club,QQ1 1AA
home,The Laurels,A home for people with dementia,care home: Residential homes,QQ1 1AA
"""
FORGETFUL = "he cannot remember what day it is"


class Alike(Encoder):
    """Instead of the weights: texts about memory are alike, and nothing else is."""

    def __init__(self) -> None:
        """Nothing to load."""

    def vectors(self, texts: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:  # type: ignore[override]
        found = np.zeros((len(texts), 384), np.float32)
        for row, text in enumerate(texts):
            found[
                row,
                0
                if any(each in text for each in ("dementia", "remember", "memory"))
                else 1 + len(text) % 383,
            ] = 1
        return found


@pytest.fixture
def loaded(write_area: WriteArea, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "encoder", Alike)
    monkeypatch.setattr(table, "everything_said", lambda: ())
    bring_in(write_area(services=SERVICES), on=date(2026, 11, 21))


def read_all() -> None:
    while table.read_meanings():
        pass


def test_a_job_reads_a_little_at_a_time_and_nothing_twice(loaded: None) -> None:
    assert [table.read_meanings(most=2), table.read_meanings(most=2), table.read_meanings(most=2)] == [
        1,
        0,
        0,
    ]
    assert TextVector.objects.count() == 3


def test_words_find_while_nothing_has_been_read_and_the_answer_says_so(loaded: None) -> None:
    found = queries.find(words=FORGETFUL)
    assert not any(each.service_id == "memory" for each in found.suggestions)
    assert found.versions["meaning"] == ""


def test_what_is_meant_is_found_without_a_word_in_common(loaded: None) -> None:
    read_all()
    found = queries.find(words=FORGETFUL)
    (suggestion,) = found.suggestions
    assert (suggestion.service_id, suggestion.because[0]) == ("memory", "may fit what you said")
    assert found.versions["meaning"] == weights.VERSION


def test_what_is_to_be_avoided_is_not_found_by_its_meaning(loaded: None) -> None:
    read_all()
    assert "home" not in meanings.meanings(FORGETFUL, [])


def test_a_service_that_has_changed_is_found_by_words_until_it_is_read_again(loaded: None) -> None:
    read_all()
    assert table.likenesses()
    Service.objects.filter(id="golf").update(description="For people with dementia who play")
    Service.objects.create(
        id="new", uuid=uuid4(), name="New", organisation=Service.objects.get(id="golf").organisation
    )
    assert "golf" not in meanings.meanings(FORGETFUL, [])
    read_all()
    assert "golf" in meanings.meanings(FORGETFUL, [])


def test_without_the_weights_words_alone_find(loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    read_all()
    monkeypatch.setattr(table, "encoder", lambda: None)
    assert table.read_meanings() == 0
    assert meanings.meanings(FORGETFUL, []) == {}
    assert queries.find(words="golf").suggestions[0].service_id == "golf"


def test_what_ratings_taught_is_used_while_it_is_in_force(loaded: None) -> None:
    loved = Learned(0.1, {}, {"service\tgolf": 0.8}, {"golf": 9}, {"golf": ("lonely",)})
    plain = queries.find(words="thursday café holes").suggestions[0].service_id
    assert plain != "golf"
    assert learned_rankings.keep(loved, {"better": False}) is False
    assert queries.find(words="thursday café holes").suggestions[0].service_id == plain
    assert learned_rankings.keep(loved, {"better": True}) is True
    assert queries.find(words="thursday café holes").suggestions[0].service_id == "golf"
    assert (learned_rankings.take_back(), learned_rankings.in_force()) == (True, None)
    assert learned_rankings.take_back() is False
    assert learned_rankings.last_judged() == {"better": True}
