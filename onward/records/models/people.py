"""The people who draw on care and support, and their carers."""

import uuid

from django.db import models


class Person(models.Model):
    """A person, made once and matched by hand. The keys are the names as they are compared."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    given_key = models.CharField(max_length=200, db_index=True)
    family_key = models.CharField(max_length=200, db_index=True)
    born_on = models.DateField(null=True)
    postcode = models.CharField(max_length=10, blank=True)
    # Ten digits that were checked, or nothing. Not unique: two rows with one number are for a person to sort out.
    nhs_number = models.CharField(max_length=10, blank=True, db_index=True)
    made_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["family_key", "born_on"]),
            models.Index(fields=["family_key", "postcode"]),
            models.Index(fields=["born_on", "postcode"]),
            models.Index(fields=["given_key", "born_on"], name="records_per_given_born"),
        ]

    def __str__(self) -> str:
        return str(self.id)
