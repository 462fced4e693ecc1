"""The standard's own files, where they are at hand: they are not ours to keep here (CC BY-SA)."""

import json
import os
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

FORMS = FormatChecker(["uuid", "email"])


@FORMS.checks("uri", raises=ValueError)
def _is_uri(said: object) -> bool:
    """An address with a scheme and a host, which is more than the standard asks."""
    return not isinstance(said, str) or bool(urlsplit(said).scheme and urlsplit(said).netloc)


@FORMS.checks("date-time", raises=ValueError)
def _is_moment(said: object) -> bool:
    return not isinstance(said, str) or datetime.fromisoformat(said).tzinfo is not None


def folder() -> Path:
    """The folder of the standard; the test is skipped where there is none."""
    shared = os.environ.get("ONWARD_SHARED")
    data = (Path(shared) if shared else Path(__file__).parents[3] / "shared") / "data" / "oruk"
    if not (data / "schema" / "openapi.json").is_file():
        pytest.skip("the standard's files are not here: set ONWARD_SHARED to the folder that has data/oruk")
    return data


@cache
def schema(name: str) -> Draft202012Validator:
    """A schema of the standard that knows the others it points to, and checks the form of ids and addresses."""
    files = folder() / "schema"
    resources = [
        (path.name, DRAFT202012.create_resource(json.loads(path.read_text(encoding="utf-8"))))
        for path in files.glob("*.json")
    ]
    return Draft202012Validator(
        json.loads((files / name).read_text(encoding="utf-8")),
        registry=Registry().with_resources(resources),
        format_checker=FORMS,
    )


def faults(name: str, document: Any) -> list[str]:
    """What the standard finds wrong with a document."""
    return [f"{each.json_path}: {each.message}" for each in schema(name).iter_errors(document)]


def example(name: str) -> Any:
    """One of the standard's own examples."""
    return json.loads((folder() / "examples" / name).read_text(encoding="utf-8"))
