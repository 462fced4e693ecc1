import os
from collections.abc import Callable
from pathlib import Path

import pytest

AREA = """name = "Testham"
code = "X99000009"
attribution = ["Made up for a test"]

[files.directory]
path = "services.csv"

[files.postcodes]
path = "postcodes.csv"
"""
POSTCODES = "postcode,latitude,longitude,ward\nQQ1 1AA,54.1,-2.2,North\nqq12ab,54.2,-2.2,South\n"
SERVICES = """id,name,description,category,postcode,url,checked_on,opening_hours,minimum_age
a,Friday Lunch Club,A hot meal and company,lunch club,QQ1 1AA,www.friday.example,2026-06,Fridays,60
b,North Befrienders,Somebody visits people who are lonely,befriending,QQ1 2AB,,2018-07,,
c,The Laurels,A home,care home: Residential homes,QQ1 1AA,,2026-06,,
"""


@pytest.fixture
def write_area(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small area folder with whatever a test changes in it, and gives the folder."""

    def write(
        *, area: str = AREA, services: str | bytes = SERVICES, postcodes: str | bytes = POSTCODES
    ) -> Path:
        files = {"area.toml": area, "services.csv": services, "postcodes.csv": postcodes}
        for name, content in files.items():
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture(scope="session")
def trafford() -> Path:
    """The folder of a real area; tests that use it are skipped where there is none."""
    shared = os.environ.get("ONWARD_SHARED")
    data = Path(shared) / "data" if shared else Path(__file__).parents[3] / "shared" / "data"
    if not (data / "trafford" / "area.toml").is_file():
        pytest.skip(
            "the real area folder is not here: set ONWARD_SHARED to the folder that has data/trafford"
        )
    return data / "trafford"
