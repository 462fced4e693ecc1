"""Learning by the command: what a file of ratings may look like, what it does, and how to go back."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from onward.directory.recommend.person import Person, PersonProblem
from onward.directory.recommend.ratings import RatingsProblem, features, read_ratings

HEADINGS = "person_features,service_id,rating,shown_rank,on\n"
MARY: dict[str, Any] = {"age": 83, "postcode": "QQ1 1AA", "needs": ["isolation"]}
Recommend = Callable[..., Any]


@pytest.fixture
def ratings(tmp_path: Path) -> Path:
    """Four hundred ratings by people who find the telephone friends best, though the ranking shows them last."""
    chance, path = Random(1), tmp_path / "ratings.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADINGS.strip().split(","))
        for number in range(100):
            person = json.dumps({**MARY, "age": 60 + number % 35, "team": number})
            for place, service in enumerate(("visit", "wait", "lunch", "nowhere"), start=1):
                rating = 3 if service == "nowhere" else chance.choice([0, 0, 1])
                rows.writerow([person, service, rating, place, date(2026, 1 + number // 10, 1 + number % 10)])
    return path


def test_what_workers_find_better_moves_up_and_can_be_taken_back(recommend: Recommend, ratings: Path) -> None:
    before = recommend(MARY)
    assert before.ids[0] != "nowhere"
    learned = recommend(None, "--learn", str(ratings))
    assert (learned.code, learned.err) == (0, "")
    assert learned.said["in_force"] == "learned"
    assert learned.said["learned"]["ndcg_at_10"] > learned.said["plain"]["ndcg_at_10"]
    after = recommend(MARY)
    assert after.ids[0] == "nowhere"
    assert after.said[0]["because"][0] == "others helped with isolation found it useful"
    assert recommend(MARY, "--plain").out == before.out
    assert recommend(None, "--undo").said == {"in_force": "plain"}
    assert recommend(MARY).out == before.out
    assert recommend(None, "--undo").code == 2


def test_evaluating_changes_nothing_and_names_every_way(recommend: Recommend, ratings: Path) -> None:
    before = recommend(MARY).out
    judged = recommend(None, "--evaluate", str(ratings)).said
    assert (judged["ratings"], judged["kept_back"], judged["people"]) == (400, 100, 25)
    for way in ("learned", "plain", "distance_only", "words_only"):
        assert set(judged[way]) == {"ndcg_at_10", "coverage", "small_groups"}
        assert all(0 <= value <= 1 for value in judged[way].values())
    assert recommend(MARY).out == before
    assert recommend(None, "--evaluate").code == 2
    recommend(None, "--learn", str(ratings))
    assert recommend(None, "--evaluate").said["learned"] == judged["learned"]


def test_a_few_ratings_are_judged_and_replace_nothing(recommend: Recommend, tmp_path: Path) -> None:
    few = tmp_path / "few.csv"
    few.write_text(HEADINGS + "age=83;needs=falls,falls,3,1,2026-11-01\n", encoding="utf-8")
    few.write_text(HEADINGS + '"age=83;needs=falls",falls,3,1,2026-11-01\n', encoding="utf-8")
    answer = recommend(None, "--learn", str(few)).said
    assert (answer["in_force"], answer["better"]) == ("plain", False)
    assert answer["why_not"] == "There are 1 ratings: it takes 200 to learn from."


def test_rows_that_cannot_be_read_are_named_and_the_others_used(recommend: Recommend, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed.csv"
    mixed.write_text(
        HEADINGS + "age=83,falls,3,1,2026-11-01\nage=83,falls,4,1,2026-11-01\nage=83,falls,2,0,2026-11-01\n"
        "age=83,falls,2,1,soon\nold,falls,2,1,2026-11-01\nage=83,,2,1,2026-11-01\nage=83,elsewhere,2,1,2026-11-01\n",
        encoding="utf-8",
    )
    answer = recommend(None, "--evaluate", str(mixed))
    assert answer.code == 0
    assert [line.split(": ")[0].rpartition(" ")[2] for line in answer.err.splitlines()] == list("34567")
    assert "rating is '4'. It must be a whole number from 0 to 3" in answer.err
    assert (answer.said["ratings"], answer.said["rows_left_out"], answer.said["unknown_services"]) == (
        1,
        5,
        1,
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no column person_features, service_id, rating, shown_rank, on"),
        (b"person_features,service_id,rating,on\n", "has no column shown_rank"),
        (HEADINGS.encode(), "has no rating that can be read"),
        (HEADINGS.encode() + b"\xff\xfe", "is not text in UTF-8"),
        (
            HEADINGS.encode() + b"age=83,unheard-of,2,1,2026-11-01\n",
            "none of its services is in this directory",
        ),
    ],
)
def test_a_file_that_teaches_nothing_is_refused(
    recommend: Recommend, tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    answer = recommend(None, "--learn", str(file))
    assert (answer.code, answer.out) == (1, "")
    assert says in answer.err


@pytest.mark.parametrize(
    "said",
    [
        '{"age": 83, "needs": ["falls", "isolation"]}',
        "age=83;needs=falls|isolation",
        "age: 83, needs: falls+isolation",
        "age_band=80-86;needs=falls/isolation;",
        " Age = 83 & needs = falls,isolation ",
    ],
)
def test_features_are_json_or_pairs(said: str) -> None:
    assert features(said) == Person(age=83, needs=("falls", "isolation"))


def test_whatever_else_is_said_of_a_person_counts_too() -> None:
    assert features("age_group=85+;lives_alone=yes") == Person(age=90, traits=("lives_alone=yes",))


@pytest.mark.parametrize("said", ["", "old lady", "{", "age=old", "needs=unicorns", "age=200", "=3"])
def test_features_that_are_neither_are_refused(said: str) -> None:
    with pytest.raises(PersonProblem, match="person_features"):
        features(said)


def test_headings_with_spaces_and_a_mark_of_windows_are_read() -> None:
    content = "\ufeff" + HEADINGS.replace(",", " , ") + "age=83,a,2,1,2026-11-01T10:00:00\n"
    (rating,), faults = read_ratings(content.encode(), "r.csv")
    assert (rating.on, faults) == (date(2026, 11, 1), [])


def test_a_field_that_never_ends_is_refused() -> None:
    with pytest.raises(RatingsProblem):
        read_ratings((HEADINGS + '"' + "x" * 200_000 + "\n").encode(), "r.csv")
