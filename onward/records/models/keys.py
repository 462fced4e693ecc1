"""The one mechanism by which the same thing sent twice is done once."""

import uuid
from typing import Any

from django.db import models
from django.db.models.functions import Now


class IdempotencyKey(models.Model):
    """A key that was used, by whom and for which action; a digest of what was asked; the ids that came of it."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    action = models.CharField(max_length=80)
    by = models.CharField(max_length=80)
    asked = models.CharField(max_length=64)
    result: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    used_at = models.DateTimeField(db_default=Now())
