"""What happened, in order, for ever: ids, codes, dates and numbers only."""

import uuid
from typing import Any

from django.db import models
from django.db.models.functions import Now


class EventRecord(models.Model):
    """Append-only: the database refuses to change or remove a row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        "records.Case", on_delete=models.PROTECT, null=True
    )  # none where it is about no person
    kind = models.CharField(max_length=60)
    details: "models.JSONField[Any, Any]" = models.JSONField()
    by = models.CharField(max_length=80)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "records_event"
        indexes = [models.Index(fields=["case", "recorded_at"]), models.Index(fields=["kind", "happened_on"])]
