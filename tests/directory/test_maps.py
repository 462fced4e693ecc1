"""The map: outlines put together, places where they are, numbers that match the list."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.directory import queries
from onward.directory.loading import bring_in
from onward.directory.mapping.drawing import HEIGHT, WIDTH, draw
from onward.directory.mapping.outlines import read_outlines
from onward.directory.mapping.picture import picture
from tests.directory.conftest import AREA

SQUARES = {"a": (0, 0), "b": (1, 0), "c": (0, 1)}
CORNERS = ((-2.4, 53.4), (-2.2, 53.5))
spots = st.tuples(st.floats(-2.4, -2.2), st.floats(53.4, 53.5))


def squares(folder: Path, *, turned: str = "") -> Path:
    """Three squares side by side, by their codes; those of `turned` run the other way round."""
    features = []
    for code, (x, y) in SQUARES.items():
        ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
        shape = {"type": "Polygon", "coordinates": [ring[::-1] if code in turned else ring]}
        features.append(
            {"type": "Feature", "properties": {"area_code": code, "area_name": code}, "geometry": shape}
        )
    file = folder / "boundaries.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return file


@pytest.mark.parametrize("turned", ["", "b", "abc"])
def test_edges_within_a_ward_go(tmp_path: Path, turned: str) -> None:
    outlines, problems = read_outlines(squares(tmp_path, turned=turned), {"a": "West", "b": "West"})
    assert problems == []
    edges = {each.name: sum(len(ring) - 1 for ring in each.rings) for each in outlines}
    assert edges == {"West": 6, "c": 4}


@pytest.mark.parametrize(
    "content", ["", "<html>", "[]", '{"features": [{"properties": {}}]}', '{"features": 7}']
)
def test_boundaries_that_cannot_be_read_are_told_and_hinder_nothing(tmp_path: Path, content: str) -> None:
    file = tmp_path / "boundaries.geojson"
    file.write_text(content)
    outlines, problems = read_outlines(file, {})
    assert (outlines, [each.loaded for each in problems]) == ([], [False])


def test_an_area_may_have_no_boundaries(tmp_path: Path) -> None:
    assert read_outlines(None, {}) == ([], [])
    assert len(read_outlines(tmp_path / "none.geojson", {})[1]) == 1


@given(st.lists(spots, min_size=1, max_size=20), st.none() | spots)
def test_every_number_is_on_the_map_once_and_within_it(
    places: list[tuple[float, float]], here: tuple[float, float] | None
) -> None:
    drawn = draw(list(enumerate(places, start=1)), here, (), (), CORNERS)
    told = sum(1 + int(each.text.partition("+")[2] or 0) + each.text.count(",") for each in drawn.pins)
    assert (told, drawn.unseen) == (len(places), ())
    assert all(0 < pin.x < WIDTH and 0 < pin.y < HEIGHT for pin in drawn.pins)
    assert drawn.bar <= WIDTH / 3


def test_north_is_up_east_is_right_and_the_scale_is_true() -> None:
    drawn = draw([(1, (-2.35, 53.45)), (2, (-2.25, 53.47))], None, (), (), CORNERS)
    one, two = drawn.pins
    assert one.x < two.x
    assert one.y > two.y
    km = 0.1 * 111.32 * 0.5953  # cos of 53.46 degrees
    assert (two.x - one.x) / km == pytest.approx(drawn.bar / float(drawn.bar_km), rel=0.01)


def test_what_is_elsewhere_or_nowhere_known_is_said_not_to_be_on_it() -> None:
    drawn = draw([(1, (-2.3, 53.45)), (2, None), (3, (-0.1, 51.5))], None, (), (), CORNERS)
    assert ([each.text for each in drawn.pins], drawn.unseen) == (["1"], (2, 3))


def test_places_in_one_spot_share_a_number() -> None:
    drawn = draw([(number, (-2.3, 53.45)) for number in (1, 4, 7)], None, (), (), CORNERS)
    assert [each.text for each in drawn.pins] == ["1 +2"]


@pytest.mark.django_db
def test_an_area_brings_its_outlines(write_area: Callable[..., Path], tmp_path: Path) -> None:
    squares(tmp_path)
    folder = write_area(area=f'{AREA}\n[files.boundaries]\npath = "boundaries.geojson"\n')
    assert bring_in(folder, on=date(2026, 11, 21)).problems == ()
    found = queries.find(words="lunch", postcode="QQ1 1AA")
    drawn = picture(enumerate(found.suggestions, start=1), found.place)
    assert drawn
    assert ([each.text for each in drawn.pins], drawn.here is not None) == (["1"], True)


def test_a_real_areas_wards_are_each_one_outline(trafford: Path) -> None:
    wards = {f"E0100{number}": "" for number in range(3)}
    outlines, problems = read_outlines(trafford / "trafford_lsoa21.geojson", wards)
    assert (len(outlines), problems) == (139, [])
