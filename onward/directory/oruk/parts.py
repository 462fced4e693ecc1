"""The lists of a service that need nothing but their own columns: the same table of names reads and writes them."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import models

from onward.directory.entries import columns, derived_id
from onward.directory.models import CostOption, Funding, Language, Schedule, ServiceArea
from onward.directory.models.parts import Part
from onward.directory.oruk.given import Given

PARTS: dict[str, type[Part]] = {
    "schedules": Schedule,
    "service_areas": ServiceArea,
    "languages": Language,
    "funding": Funding,
    "cost_options": CostOption,
}
OURS = {"uuid", "personal"}
Row = TypeVar("Row", bound=models.Model)


def read(model: type[Row], given: Given, *ids: str, **links: Any) -> Row:
    """A row of `model` from what is given; under the id that is given, or one made of `ids`."""
    values = {name: given.value(_column(model, name)) for name in columns(model) if name not in OURS}
    return model(uuid=given.uuid("id") or derived_id(model.__name__, *ids), **values, **links)


def read_parts(given: Given, service_id: str) -> list[Part]:
    """The simple lists of a service; what has no content is passed over."""
    found: list[Part] = []
    for name, model in PARTS.items():
        for number, each in enumerate(given.items(name)):
            row = read(model, each, service_id, each.text("id"), str(number))
            if any(getattr(row, column) not in ("", None) for column in columns(model) if column not in OURS):
                found.append(row)
    return found


def _column(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    return cast("models.Field[Any, Any]", model._meta.get_field(name))


def plain(value: Any) -> Any:
    """A value as JSON has it: an amount as a number, a day or time as ISO 8601 writes it."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    return value.isoformat() if isinstance(value, date | time) else value


def written(row: models.Model, **more: Any) -> dict[str, Any]:
    """The row under the standard's names, without what is empty."""
    named = {name: getattr(row, name) for name in columns(type(row)) if name not in OURS}
    uuid: UUID = row.uuid  # type: ignore[attr-defined]  # every table of the standard has one
    return {"id": str(uuid)} | {
        name: plain(value) for name, value in (named | more).items() if value not in ("", None, [])
    }
