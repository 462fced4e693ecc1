"""`onward recommend` from the outside, to the letter of its contract."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onward.directory.meaning.weights import encoder

MARY: dict[str, Any] = {"age": 83, "postcode": "qq11aa", "needs": ["isolation", "falls"]}
Recommend = Callable[..., Any]


def test_each_result_has_what_the_contract_promises_the_best_first(recommend: Recommend) -> None:
    answer = recommend(MARY)
    assert (answer.code, answer.err) == (0, "")
    for each in answer.said:
        assert list(each) == ["service_id", "name", "score", "km", "because"]
        assert 0 <= each["score"] <= 1
        assert each["km"] is None or each["km"] == round(each["km"], 1)
        assert each["because"]
    order = [(-each["score"], each["service_id"]) for each in answer.said]
    assert order == sorted(order)


def test_what_a_person_cannot_use_is_never_listed(recommend: Recommend) -> None:
    assert set(recommend(MARY).ids) == {"lunch", "visit", "wait", "falls", "nowhere"}


def test_somebody_of_sixty_four_is_too_young_for_the_lunch_club(recommend: Recommend) -> None:
    assert "lunch" not in recommend({**MARY, "age": 64}).ids
    assert "lunch" in recommend({**MARY, "age": 65}).ids
    assert "young" in recommend({**MARY, "age": 25}).ids
    assert "young" not in recommend({**MARY, "age": 26}).ids


def test_a_service_for_a_ward_is_for_who_lives_there(recommend: Recommend) -> None:
    assert "south" not in recommend(MARY).ids
    assert "south" in recommend({**MARY, "postcode": "QQ1 2AB"}).ids
    by_place = {"age": 83, "latitude": 54.1101, "longitude": -2.2001, "needs": ["isolation"]}
    assert "south" in recommend(by_place).ids


def test_limits_are_kept(recommend: Recommend) -> None:
    free = recommend({**MARY, "limits": {"cost": "free"}}).ids
    assert "lunch" not in free
    near = recommend({**MARY, "limits": {"km": 1}})
    assert near.ids
    assert all(each["km"] is not None and each["km"] <= 1 for each in near.said)
    assert recommend({**MARY, "limits": {"km": 0}}).code == 0
    assert "far" in recommend({**MARY, "limits": {"km": 40}}).ids


def test_reasons_are_short_and_so(recommend: Recommend) -> None:
    because = {each["service_id"]: each["because"] for each in recommend(MARY).said}
    assert because["lunch"] == ["helps with isolation", "for people over 65", "near you"]
    assert because["visit"] == ["helps with isolation", "it is free", "has room now", "near you"]
    assert because["wait"] == ["helps with isolation", "it is free", "has a waiting list", "near you"]
    assert because["falls"] == ["helps with falls", "it is free", "near you"]
    assert because["nowhere"] == ["helps with isolation", "it is free"]


def test_what_somebody_likes_is_found_and_said(recommend: Recommend) -> None:
    liked = {
        each["service_id"]: each["because"] for each in recommend({**MARY, "strengths": ["gardening"]}).said
    }
    assert liked["garden"] == ["because you like gardening", "near you"]


def test_own_words_find_too(recommend: Recommend) -> None:
    answer = recommend({"postcode": "QQ1 1AA", "text": "Is there a hot meal anywhere?"})
    assert answer.ids[0] == "lunch"
    assert "matches your words: hot, meal" in answer.said[0]["because"]


def test_with_nothing_asked_what_is_near_is_listed(recommend: Recommend) -> None:
    answer = recommend({"postcode": "QQ1 1AA"})
    assert answer.said[0]["km"] == 0
    assert all(each["because"] for each in answer.said)


def test_the_same_question_has_the_same_answer_and_fewer_where_fewer_are_asked(recommend: Recommend) -> None:
    assert recommend(MARY).out == recommend(MARY).out
    assert recommend(MARY, "--limit", "2").said == recommend(MARY).said[:2]


def test_by_meaning_and_by_words_alone_the_same_promises_hold(recommend: Recommend) -> None:
    if not encoder():
        pytest.skip("the weights are not installed: `make setup` installs them")
    first = recommend(MARY, words_only=False)
    assert set(first.ids) == {"lunch", "visit", "wait", "falls", "nowhere"}
    assert recommend(MARY, words_only=False).out == first.out


def test_a_cache_that_is_broken_costs_only_time(recommend: Recommend, tmp_path: Path) -> None:
    if not encoder():
        pytest.skip("the weights are not installed: `make setup` installs them")
    first = recommend(MARY, words_only=False)
    (tmp_path / "cache" / "onward" / "vectors.sqlite3").write_bytes(b"this is no database" * 100)
    assert recommend(MARY, words_only=False).said == first.said


@pytest.mark.parametrize(
    ("person", "says"),
    [
        (b"not json", "is not JSON"),
        (b"\xff\xfe{", "is not text in UTF-8"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "must be one person"),
        (b'{"age": NaN, "postcode": "QQ1 1AA"}', "`age` must be whole years"),
        ({"age": 83}, "does not say where the person lives"),
        ({"postcode": "ZZ1 1ZZ"}, "'ZZ1 1ZZ' is not a postcode of Testham"),
        ({"postcode": "nonsense" * 9_000}, "is not a postcode of Testham"),
        ({"postcode": 7}, "`postcode` must be text"),
        ({"age": "old", "postcode": "QQ1 1AA"}, '`age` must be whole years, such as 83, and not "old"'),
        ({"age": 83.5, "postcode": "QQ1 1AA"}, "`age` must be whole years"),
        ({"age": True, "postcode": "QQ1 1AA"}, "`age` must be whole years"),
        ({"age": -1, "postcode": "QQ1 1AA"}, "It must be from 0 to 130"),
        ({"age": 10**400, "postcode": "QQ1 1AA"}, "`age` must be whole years"),
        ({"latitude": 54.1}, "Give both, or a postcode"),
        ({"latitude": "54.1", "longitude": -2}, "must be numbers"),
        ({"latitude": 154.1, "longitude": -2}, "nowhere on earth"),
        ({**MARY, "needs": ["unicorns"]}, '"unicorns" of `needs` is not a need that we know'),
        ({**MARY, "needs": {"falls": True}}, "`needs` must be a list of texts"),
        ({**MARY, "strengths": [1]}, "`strengths` must be a list of texts"),
        ({**MARY, "text": ["words"]}, "`text` must be text in quotation marks"),
        ({**MARY, "limits": {"km": -1}}, "`km` of `limits` must be a number from 0 up, and not -1"),
        ({**MARY, "limits": {"km": "8"}}, "`km` of `limits` must be a number"),
        ({**MARY, "limits": {"miles": 5}}, "`limits` has miles"),
        ({**MARY, "limits": {"cost": "cheap"}}, '`cost` of `limits` must be "free" or "any"'),
        ({**MARY, "limits": 8}, "`limits` must be in curly brackets"),
    ],
    ids=lambda case: str(case)[:30],
)  # fmt: skip
def test_a_person_that_cannot_be_is_refused_with_a_sentence(
    recommend: Recommend, person: object, says: str
) -> None:
    answer = recommend(person)
    assert (answer.code, answer.out) == (1, "")
    assert says in answer.err
    assert "person.json" in answer.err
    assert len(answer.err) < 1_000


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "fall " * 20_000, "\ud800 \x00 <script> '; DROP", "日本語 🙂"]
)
def test_any_words_are_taken(recommend: Recommend, text: str) -> None:
    assert recommend({**MARY, "text": text}).code == 0


def test_what_cannot_be_read_ends_with_2(recommend: Recommend, folder: Path, tmp_path: Path) -> None:
    assert recommend(MARY, directory=tmp_path / "none").code == 2
    assert "Say for whom" in recommend().err
    missing = recommend(None, "--person", str(tmp_path / "nobody.json"))
    assert (missing.code, "nobody.json cannot be read" in missing.err) == (2, True)
    assert recommend(MARY, "--limit", "0").code == 2


def test_a_folder_without_its_directory_is_refused_with_its_name(recommend: Recommend, folder: Path) -> None:
    (folder / "directory.csv").unlink()
    answer = recommend(MARY)
    assert (answer.code, answer.out) == (1, "")
    assert "directory.csv" in answer.err


def test_directory_csv_and_postcodes_csv_will_do_without_area_toml(
    recommend: Recommend, folder: Path
) -> None:
    (folder / "area.toml").unlink()
    assert "lunch" in recommend(MARY).ids
    (folder / "postcodes.csv").unlink()
    assert recommend(MARY).code == 1
    assert recommend({"latitude": 54.1, "longitude": -2.2, "needs": ["falls"]}).ids


def test_with_a_folder_neither_django_nor_a_database_is_wanted(folder: Path, tmp_path: Path) -> None:
    person = tmp_path / "mary.json"
    person.write_text('{"postcode": "QQ1 1AA", "needs": ["falls"]}', encoding="utf-8")
    program = (
        "import sys; from onward.config.command_line import main; "
        f"main(['recommend', '--directory', {str(folder)!r}, '--person', {str(person)!r}, '--words-only']); "
        "print([name for name in ('django', 'psycopg', 'numpy') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
