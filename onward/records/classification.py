"""Whom each field is about, how it is faked in a safe copy, how long it is kept: read from `classification.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.db import models

FILE = Path(__file__).with_name("classification.yaml")
OURS = "onward."

ABOUT = {
    "person": "somebody who draws on care and support, a carer, or somebody who asks for another",
    "staff": "somebody who works here",
    "nobody": "nobody",
}
FAKE = {
    "keep": "stays as it is",
    "again": "worked out again from the fields it comes from",
    "name": "a made-up name that looks made up",
    "date": "moved by some days, the same number for everything about one person",
    "postcode": "another postcode of the area",
    "number": "a number from the range that Ofcom keeps for drama",
    "code": "another id or code, the same one wherever it stands",
    "text": "made-up words of about the same length",
    "answers": "answer by answer, as the question is faked",
}
KEEP = {
    "person": "as long as any case of the person's",
    "case": "as long as the case",
    "audit": "as long as the council keeps its audit records; never changed",
    "staff": "as long as anything that they did is kept",
    "directory": "until the source changes it",
    "remark": "until an editor has dealt with it",
    "week": "a week; it may be removed any time after that",
}


@dataclass(frozen=True)
class Field:
    """One field of one table. The words are keys of ABOUT, FAKE and KEEP."""

    about: str
    fake: str
    keep: str


Classification = Mapping[str, Mapping[str, Field]]


class FaultyClassification(Exception):
    """The file cannot be used; each fault is a sentence that says where and what to do."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@cache
def classification() -> Classification:
    """Every field by model (`records.Person`) and name; FaultyClassification unless it fits the models exactly."""
    read = parse(yaml.safe_load(FILE.read_text(encoding="utf-8")))
    if faults := misfits(read, fields_of_models()):
        raise FaultyClassification(faults)
    return read


def parse(content: Any) -> Classification:
    """The classification in `content`; FaultyClassification naming every line that is not three known words."""
    if not isinstance(content, dict):
        raise FaultyClassification([f"{FILE.name} must list models, each with its fields."])
    faults: list[str] = []
    read = {str(model): _fields(str(model), fields, faults) for model, fields in content.items()}
    if faults:
        raise FaultyClassification(faults)
    return read


def misfits(read: Classification, models_fields: Mapping[str, frozenset[str]]) -> list[str]:
    """What is listed and does not exist, and what exists and is not listed."""
    faults = [
        f"{model} is no model of ours. Take it out of {FILE.name}, or correct its name."
        for model in sorted(read.keys() - models_fields.keys())
    ]
    for model, exist in sorted(models_fields.items()):
        listed = read.get(model, {}).keys()
        faults += [
            f"{model} has no field `{name}`. Take it out of {FILE.name}." for name in sorted(listed - exist)
        ]
        faults += [
            f"{model}.{name} is not classified. Say in {FILE.name} whom it is about, how it is faked and how long it "
            "is kept."
            for name in sorted(exist - listed)
        ]
    return faults


def fields_of_models() -> dict[str, frozenset[str]]:
    """The fields of every model of our own apps."""
    return {
        model._meta.label: frozenset(field.name for field in model._meta.concrete_fields)
        for model in our_models()
    }


def our_models() -> list[type[models.Model]]:
    """The models of our own apps, tables of many-to-many fields included."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if apps.get_app_config(model._meta.app_label).name.startswith(OURS)]


def _fields(model: str, fields: Any, faults: list[str]) -> dict[str, Field]:
    if not isinstance(fields, dict):
        faults.append(f"{model}: list its fields, one a line, as `field: about fake keep`.")
        return {}
    return {
        str(name): field
        for name, said in fields.items()
        if (field := _field(f"{model}.{name}", said, faults))
    }


def _field(place: str, said: Any, faults: list[str]) -> Field | None:
    words = str(said).split()
    if len(words) != 3:
        faults.append(f"{place}: write three words, about, fake and keep; it says `{said}`.")
        return None
    before = len(faults)
    for column, word, known in zip(("about", "fake", "keep"), words, (ABOUT, FAKE, KEEP), strict=True):
        if word not in known:
            faults.append(f"{place}: `{word}` is no word for {column}. Use one of: {', '.join(known)}.")
    return Field(*words) if len(faults) == before else None
