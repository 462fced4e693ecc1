"""The one mechanism by which two people who change the same record do not lose each other's words."""

from typing import Any

from django.db import models
from django.db.models import F

from onward.records.refusals import Stale


def change(row: models.Model, version: int, **changes: Any) -> None:
    """Save `changes` to `row` if it is still at `version`, and make its version one higher.

    Raises Stale, and changes nothing, where somebody was quicker.
    """
    manager = type(row)._default_manager
    changed = manager.filter(pk=row.pk, version=version).update(version=F("version") + 1, **changes)
    if not changed:
        raise Stale
    row.refresh_from_db()
