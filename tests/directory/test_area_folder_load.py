"""Loading an area folder: what goes in, what is flagged, and what is said of what is wrong."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onward.directory import queries
from onward.directory.area import AreaProblem
from onward.directory.loading import bring_in
from onward.directory.models import Service
from onward.directory.report import LoadReport

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 21)
HEADINGS = "id,name,postcode,latitude,longitude,url,description,checked_on,minimum_age\n"
WriteArea = Callable[..., Path]


def load(folder: Path) -> LoadReport:
    return bring_in(folder, on=ON)


def what_is_kept() -> list[dict[str, Any]]:
    """Everything of every service but the number of the load that last saw it."""
    return [{**each, "seen_run": 0} for each in Service.objects.order_by("id").values()]


def test_services_and_postcodes_are_loaded(write_area: WriteArea) -> None:
    report = load(write_area())
    assert (report.services, report.added, report.postcodes, report.problems) == (3, 3, 2, ())
    area = queries.area()
    assert area is not None
    assert (area.name, area.attribution) == ("Testham", ("Made up for a test",))


def test_loading_again_changes_nothing(write_area: WriteArea) -> None:
    load(write_area())
    before = what_is_kept()
    report = load(write_area())
    assert (report.added, report.changed, report.unchanged, report.closed) == (0, 0, 3, 0)
    assert what_is_kept() == before


def test_a_row_that_went_is_closed_and_opens_again_when_it_comes_back(write_area: WriteArea) -> None:
    load(write_area())
    report = load(write_area(services="id,name\na,Friday Lunch Club\n"))
    assert (report.closed, report.changed) == (2, 1)
    assert queries.services(["b"])[0].closed
    assert not queries.find(words="befrienders").suggestions
    assert load(write_area()).changed == 3
    assert not queries.services(["b"])[0].closed


def test_a_changed_row_is_found_by_its_new_words(write_area: WriteArea) -> None:
    load(write_area())
    load(write_area(services="id,name\na,Saturday Breakfast Club\n"))
    assert [each.service_id for each in queries.find(words="breakfast").suggestions] == ["a"]
    assert not queries.find(words="lunch").suggestions


def test_progress_is_told(write_area: WriteArea) -> None:
    told: list[tuple[str, int, int]] = []
    bring_in(write_area(), on=ON, progress=lambda *each: told.append(each))
    assert told == [("postcodes", 0, 2), ("postcodes", 2, 2), ("services", 0, 3), ("services", 3, 3)]


@pytest.mark.parametrize(
    ("said", "stale"),
    [
        ("2024-11-21", False),
        ("2024-11-20", True),
        ("2024-12", False),
        ("2024-11", True),
        ("2025", False),
        ("see source", True),
        ("", True),
        ("2027-01-01", True),
        ("2026-13", True),
    ],
)
def test_what_nobody_is_known_to_have_checked_for_two_years_is_flagged(
    write_area: WriteArea, said: str, stale: bool
) -> None:
    load(write_area(services=f"id,name,checked_on\na,Club,{said}\n"))
    (service,) = queries.services(["a"])
    assert (service.stale, service.checked_said) == (stale, said)


def test_a_service_listed_twice_is_kept_and_flagged(write_area: WriteArea) -> None:
    report = load(
        write_area(services="id,name,postcode\na,The Club,QQ1 1AA\nb,CLUB,qq11aa\nc,Club,QQ1 2AB\n")
    )
    assert (report.services, report.doubled) == (3, 1)


def test_an_id_used_twice_is_kept_under_another_and_reported(write_area: WriteArea) -> None:
    report = load(write_area(services="id,name\na,Club\na,Hub\n"))
    assert [each.name for each in queries.services(["a", "a-2"])] == ["Club", "Hub"]
    assert str(report.problems[0]) == (
        "services.csv, line 3: its id a is that of line 2, so it was kept as a-2: change it."
    )


def test_a_service_outside_the_area_is_kept_and_flagged(write_area: WriteArea) -> None:
    assert load(write_area(services="id,name,postcode\na,Club,M33 2RP\nb,Hub,\n")).outside_area == 1


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",Club,,,,,,,", "it has no id, so it was not loaded: give it one"),
        ("a,,,,,,,,", "it has no name, so it was not loaded: give it one"),
        (
            "a,Club,QQ1 1AA,-2,54,,,,",
            "its latitude (-2) and longitude (54) look swapped, so its postcode's were used: correct them",
        ),
        (
            "a,Club,QQ1 1AA,0,0,,,,",
            "its coordinates (0, 0) are not in the UK, so its postcode's were used: correct them",
        ),
        (
            "a,Club,,x,y,,,,",
            "its coordinates (x, y) are not numbers, so its place is not known: correct them",
        ),
        (
            "a,Club,,nan,-2,,,,",
            "its coordinates (nan, -2) are not in the UK, so its place is not known: correct them",
        ),
        (
            "a,Club,,,,javascript:alert(1),,,",
            "its website (javascript:alert(1)) is not an address on the web, so it was left out: correct it",
        ),
        ("a,Club,,,,,,,old", "its ages (old to ) are not whole years, so they were left out: correct them"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_line(
    write_area: WriteArea, row: str, problem: str
) -> None:
    report = load(write_area(services=f"{HEADINGS}z,Good,,,,,,,\n{row}\n"))
    assert [str(each) for each in report.problems] == [f"services.csv, line 3: {problem}."]


def test_a_service_without_coordinates_is_at_its_postcode(write_area: WriteArea) -> None:
    load(write_area(services="id,name,postcode\na,Club,QQ1 2AB\n"))
    assert queries.find(words="club", postcode="QQ1 2AB").suggestions[0].km == 0


def test_markup_stays_text_and_unprintable_characters_go(write_area: WriteArea) -> None:
    load(write_area(services=f"{HEADINGS}a,Club\x00\x07,,,,,<script>x</script>\u202e,,\n"))
    (service,) = queries.services(["a"])
    assert (service.name, service.description) == ("Club", "<script>x</script>")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("www.hub.example", "https://www.hub.example"),
        ("hub.example/a?b", "https://hub.example/a?b"),
        ("http://hub.example", "http://hub.example"),
        ("HTTPS://hub.example", "HTTPS://hub.example"),
        ("data:text/html;x", ""),
        ("//hub.example", ""),
        ("http//:hub.example", ""),
    ],
)
def test_a_website_is_kept_only_where_one_may_put_it_in_a_link(
    write_area: WriteArea, given: str, kept: str
) -> None:
    load(write_area(services=f"{HEADINGS}a,Club,,,,{given},,,\n"))
    assert queries.services(["a"])[0].website == kept


def test_headings_of_theirs_are_mapped_to_ours(write_area: WriteArea) -> None:
    area = (
        'name = "T"\ncode = "X"\n[files.directory]\npath = "services.csv"\n'
        'columns = { id = "Ref", name = "Title" }\n[files.postcodes]\npath = "postcodes.csv"\n'
    )
    load(write_area(area=area, services="Ref,Title,name\n7,The Hub,ignored\n"))
    assert [each.name for each in queries.services(["7"])] == ["The Hub"]


@pytest.mark.parametrize(
    "content", ["\ufeffid,name\na,Café Club\n".encode(), "id,name\na,Café Club\n".encode("cp1252")]
)
def test_a_byte_order_mark_and_the_windows_encoding_are_read(write_area: WriteArea, content: bytes) -> None:
    load(write_area(services=content))
    assert queries.services(["a"])[0].name == "Café Club"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"services": ""}, "is empty"),
        ({"services": "id,title\n1,x\n"}, "has no column 'name'"),
        ({"services": "id,name\n"}, "has no service that can be read"),
        ({"services": 'id,name\n1,"' + "x" * 200_000}, "is not comma-separated values"),
        ({"postcodes": "postcode\nQQ1 1AA\n"}, "has no column 'latitude'"),
        ({"area": "name ="}, "is not TOML"),
        ({"area": 'code = "X"'}, "does not say the area's name"),
        ({"area": 'name = "T"\ncode = "X"'}, "does not name the directory file"),
        (
            {"area": 'name = "T"\ncode = "X"\n[files.directory]\npath = "none.csv"'},
            "and there is no such file. Correct its path",
        ),
        ({"area": 'name = "T"\ncode = "X"\nattribution = 3'}, "`attribution` must be a list"),
        (
            {"area": 'name = "T"\ncode = "X"\n[files.directory]\npath = "services.csv"\ncolumns = "id"'},
            "must be pairs",
        ),
    ],
)
def test_a_folder_that_cannot_be_loaded_changes_nothing_and_says_why(
    write_area: WriteArea, changed: dict[str, str], said: str
) -> None:
    load(write_area())
    with pytest.raises(AreaProblem, match=said.replace("(", r"\(")):
        load(write_area(**changed))
    assert len([each for each in queries.services("abc") if not each.closed]) == 3


def test_a_folder_that_is_not_there_says_which_to_give(tmp_path: Path) -> None:
    with pytest.raises(AreaProblem, match="Give the folder of an area"):
        load(tmp_path / "none")


def test_a_postcode_row_that_cannot_be_read_is_reported(write_area: WriteArea) -> None:
    report = load(
        write_area(postcodes="postcode,latitude,longitude\nQQ1 1AA,54,-2\nhello,54,-2\nQQ1 2AB,,\n")
    )
    assert [str(each) for each in report.problems] == [
        "postcodes.csv, line 3: 'hello' is not a postcode, so the row was left out: correct it.",
        "postcodes.csv, line 4: it has no coordinates, so the row was left out: correct them.",
    ]
