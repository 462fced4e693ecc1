import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

AREA = """name = "Testham"
code = "X99000009"

[files.directory]
path = "directory.csv"

[files.postcodes]
path = "postcodes.csv"
"""
POSTCODES = """postcode,latitude,longitude,ward
QQ1 1AA,54.100,-2.200,North Testham
QQ1 2AB,54.110,-2.200,South Testham
QQ9 9ZZ,54.400,-2.200,Far
"""
SERVICES = """id,name,description,category,postcode,minimum_age,maximum_age,capacity,cost,area_served
lunch,Friday Lunch Club,A hot meal and company for older people,lunch club,QQ1 1AA,65,,,£4 a meal,
visit,North Befrienders,A befriending volunteer visits lonely people,befriending,QQ1 2AB,,,room,free,Testham
full,Full House,Befriending for lonely people,befriending,QQ1 1AA,,,full,free,
shut,Shut Door,Befriending for lonely people,befriending,QQ1 1AA,,,closed,free,
gone,Gone Away,Befriending for lonely people. This group is now closed,befriending,QQ1 1AA,,,,free,
young,Young Friends,Befriending for lonely people aged 16 to 25,befriending,QQ1 1AA,,,,free,
south,South Friends,Befriending for lonely people,befriending,QQ1 1AA,,,,free,South Testham
wait,Patient Friends,Befriending for lonely people,befriending,QQ1 1AA,,,waiting list,free,UK
garden,Potting Shed,Gardening with others in the park,gardening group,QQ1 2AB,,,,,
falls,Steady On,Falls prevention class for strength and balance,falls class,QQ1 2AB,,,,free,
far,Far Friends,Befriending for lonely people,befriending,QQ9 9ZZ,,,,free,
nowhere,Telephone Friends,Befriending for lonely people by telephone,befriending,,,,,free,
"""


@dataclass(frozen=True)
class Answer:
    """What the command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> Any:
        return json.loads(self.out)

    @property
    def ids(self) -> list[str]:
        return [each["service_id"] for each in self.said]


Recommend = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small area folder."""
    made = tmp_path / "testham"
    made.mkdir()
    for name, content in (("area.toml", AREA), ("postcodes.csv", POSTCODES), ("directory.csv", SERVICES)):
        (made / name).write_text(content, encoding="utf-8")
    return made


@pytest.fixture
def recommend(folder: Path, tmp_path: Path) -> Recommend:
    """Runs the command from outside, for a person's values or any bytes, with a cache and a memory of its own."""

    def run(
        person: object = None, *options: str, words_only: bool = True, directory: Path = folder
    ) -> Answer:
        given = []
        if person is not None:
            file = tmp_path / "person.json"
            file.write_bytes(person if isinstance(person, bytes) else json.dumps(person).encode())
            given = ["--person", str(file)]
        quick = ["--words-only"] if words_only else []
        done = subprocess.run(
            [sys.executable, "-m", "onward.config.command_line", "recommend", "--directory", str(directory),
             "--on", "2026-11-22", *quick, *given, *options],
            capture_output=True, text=True, check=False,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state")},
        )  # fmt: skip
        return Answer(done.returncode, done.stdout, done.stderr)

    return run
