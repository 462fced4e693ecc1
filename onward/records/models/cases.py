"""A case is what access hangs on: a row of any stage belongs to one, and who sees the case sees the row."""

import uuid

from django.db import models


class Case(models.Model):
    """One matter, with one team, about one person once known. Not opened: its resident is still writing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    team = models.ForeignKey("records.Team", on_delete=models.PROTECT)
    person = models.ForeignKey("records.Person", on_delete=models.PROTECT, null=True, related_name="cases")
    opened_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["team", "opened_on"])]

    def __str__(self) -> str:
        return self.reference


class CaseCode(models.Model):
    """The code that goes with the reference, as a digest, and how often it was got wrong. Nobody reads this table."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True)
    digest = models.CharField(max_length=64)
    wrong_tries = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)


class OnCase(models.Model):
    """A row of a stage. Its table takes its row security from the case: see `row_security.follow_the_case`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
