"""Providers who keep their own entry, and the changes that they ask for."""

import uuid
from typing import Any

from django.db import models

from onward.vocabulary.directory import Claim as State


class Claim(models.Model):
    """Somebody asked to keep a service's entry; `known` where their address is the organisation's own here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="claims")
    email = models.CharField(max_length=254)
    known = models.BooleanField()
    state = models.CharField(max_length=10, choices=[(each.value, each.value) for each in State])
    asked_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["service", "state"], name="directory_claim_of")]


class Amendment(models.Model):
    """Changes to an entry that its provider asks for: by field, what was shown and what should be. Once it is decided,
    `taken` has the fields that an editor took, and `reply` what they wrote back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="amendments")
    before: "models.JSONField[Any, Any]" = models.JSONField()
    news: "models.JSONField[Any, Any]" = models.JSONField()
    made_on = models.DateField()
    taken: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    reply = models.TextField(blank=True)
    decided_by = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_on__isnull=True, taken__isnull=True)
                | models.Q(decided_on__isnull=False, taken__isnull=False),
                name="decided_amendments_say_what_was_taken",
            )
        ]
