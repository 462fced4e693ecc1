"""How well plain words find the right services of a real area, on questions by which nothing was ever chosen.

`questions_kept_aside.csv` has sixty questions in residents' words, with the services that answer them and how well: 3
right, 2 good, 1 related. They were written, and the services chosen by reading the directory, before any weight was
tuned; never tune by them. Where the area's data are not here the test is skipped.
"""

import csv
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from onward.directory.candidates import candidates
from onward.directory.meaning.reading import likenesses
from onward.directory.recommend.finding import Finder
from onward.directory.recommend.folder import Listing, read_folder
from onward.policy.needs import needs
from onward.ranking import Wishes, rank
from onward.ranking.learning import cumulated, most

Find = Callable[[str], Sequence[str]]
FIRST = 10
# Measured on 22 November 2026: words 0.42, meaning 0.50, both 0.56 of nDCG@10; recall@5 of both 0.62.
LEAST_OF_BOTH = 0.52


@pytest.fixture(scope="module")
def listing() -> Listing:
    shared = os.environ.get("ONWARD_SHARED")
    data = Path(shared) / "data" if shared else Path(__file__).parents[3] / "shared" / "data"
    if not (data / "trafford" / "area.toml").is_file():
        pytest.skip(
            "the real area folder is not here: set ONWARD_SHARED to the folder that has data/trafford"
        )
    return read_folder(data / "trafford", on=date(2026, 11, 21))


def questions() -> list[tuple[str, dict[str, int]]]:
    with (Path(__file__).parent / "questions_kept_aside.csv").open(encoding="utf-8", newline="") as file:
        return [(row["question"], _grades(row["right"])) for row in csv.DictReader(file)]


def _grades(right: str) -> dict[str, int]:
    return {each.partition(":")[0]: int(each.partition(":")[2]) for each in right.split(";")}


def ndcg(find: Find) -> float:
    return mean(_of_one(find(question), right) for question, right in questions())


def _of_one(found: Sequence[str], right: Mapping[str, int]) -> float:
    gains = [2.0 ** right.get(each, 0) - 1 for each in found[:FIRST]]
    places = [float(-place) for place in range(len(gains))]
    return cumulated(places, gains, list(found[:FIRST])) / most([2.0**grade - 1 for grade in right.values()])


def recall(find: Find, first: int = 5) -> float:
    """Of the right services, or of as many as there is room for, the share among the first."""
    found = []
    for question, right in questions():
        best = {key for key, grade in right.items() if grade == 3}
        found.append(len(set(find(question)[:first]) & best) / min(first, len(best)))
    return mean(found)


def finder(listing: Listing, known: Finder) -> Find:
    def find(question: str) -> Sequence[str]:
        heard = {need.code: need for need in needs().heard(question)}
        evidence = known.find(question, heard, guarded=False)
        services = {key: listing.services[key] for key in evidence.ids}
        told = candidates(services, evidence, needs(), area_name=listing.name, guarded=False)
        return [each.service_id for each in rank(told, Wishes(lead="words", most_alike=None, limit=FIRST))]

    return find


def test_words_and_meaning_together_find_more_than_either(listing: Listing) -> None:
    known = likenesses(listing.services)
    if not known:
        pytest.skip("the weights are not installed: `make setup` installs them")

    def by_meaning(question: str) -> list[str]:
        alike = known.to(question)
        return sorted(alike, key=lambda key: (-alike[key], key))

    words = finder(listing, Finder(listing.services, needs()))
    both = finder(listing, Finder(listing.services, needs(), known))
    ways: dict[str, Find] = {"words": words, "meaning": by_meaning, "both": both}
    found = {way: ndcg(find) for way, find in ways.items()}
    for way, find in ways.items():
        print(f"{way}: nDCG@10 {found[way]:.3f}, recall@5 {recall(find):.3f}")
    assert found["both"] > max(found["words"], found["meaning"])
    assert found["both"] >= LEAST_OF_BOTH
