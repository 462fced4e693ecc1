"""The made-up council: the same for the same seed, loaded like a real one, and never to be taken for real."""

import csv
from datetime import date
from pathlib import Path

import pytest

from onward.directory import queries
from onward.directory.fictional import write_fictional_area
from onward.directory.loading import bring_in
from onward.policy.needs import needs

ON = date(2026, 11, 21)


def written(folder: Path, seed: int) -> dict[str, bytes]:
    write_fictional_area(folder, seed)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_gives_the_same_folder_and_another_another(tmp_path: Path) -> None:
    assert written(tmp_path / "a", 1) == written(tmp_path / "b", 1)
    assert written(tmp_path / "a", 1) != written(tmp_path / "c", 2)


def test_nothing_in_it_can_be_taken_for_real(tmp_path: Path) -> None:
    write_fictional_area(tmp_path, 1)
    assert all(row["postcode"].startswith("QQ") for row in rows(tmp_path, "postcodes.csv"))
    for row in rows(tmp_path, "directory.csv"):
        assert row["telephone"].startswith("01632 960")
        assert not row["website"] or row["website"].endswith(".example/")
        assert not row["email"] or row["email"].endswith(".example")
        assert row["postcode"].startswith("Q")


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_loads_without_fault_and_has_what_a_real_one_has(tmp_path: Path, seed: int) -> None:
    write_fictional_area(tmp_path, seed)
    report = bring_in(tmp_path, on=ON)
    assert report.problems == ()
    assert 230 <= report.services <= 260
    assert 590 <= report.postcodes <= 610
    assert (report.doubled, report.outside_area, report.without_place) == (2, 1, 0)
    assert 20 <= report.stale <= 70


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_every_need_has_three_services_in_every_ward(tmp_path: Path, seed: int) -> None:
    write_fictional_area(tmp_path, seed)
    bring_in(tmp_path, on=ON)
    by_ward = {row["ward"]: row["postcode"] for row in rows(tmp_path, "postcodes.csv")}
    assert len(by_ward) == 9
    for need in needs().by_code:
        for postcode in by_ward.values():
            found = queries.find(needs=[need], postcode=postcode, age=83)
            assert len(found.suggestions) >= 3, (need, postcode)
            assert not any(
                each.category.startswith(("care home", "GP", "pharm")) for each in found.suggestions
            )
