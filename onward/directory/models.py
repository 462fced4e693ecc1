"""What is known of the area's services. Nothing here is about a person.

Rows that are stale, doubled or outside the area are flagged, never dropped: people may still want them.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from onward.directory.ranking_models import LearnedRanking, TextVector

__all__ = ["Area", "LearnedRanking", "Organisation", "Postcode", "Service", "TextVector"]


class Area(models.Model):
    """The one place this directory is about, and whom to thank for the data: shown wherever they are."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.TextField()
    attribution = models.JSONField(default=list)
    loaded_on = models.DateField()


class Postcode(models.Model):
    """A postcode of the area, written as on a letter (`M33 2RP`), and where it is."""

    postcode = models.CharField(max_length=8, primary_key=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    ward = models.TextField(blank=True)
    lsoa = models.CharField(max_length=9, blank=True)
    msoa = models.CharField(max_length=9, blank=True)


class Organisation(models.Model):
    """Who runs services; `key` is its name without case and punctuation, the same wherever it is named."""

    key = models.TextField(unique=True)
    name = models.TextField()


class Service(models.Model):
    """Something people can go to, use or ask, with the place it is at."""

    id = models.TextField(primary_key=True)  # as the source gives it
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    name = models.TextField()  # in readable case
    name_given = models.TextField()
    description = models.TextField(blank=True)
    category = models.TextField(blank=True)
    address = models.TextField(blank=True)
    postcode = models.TextField(blank=True)  # as given where it cannot be one
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    website = models.TextField(blank=True)
    telephone = models.TextField(blank=True)
    email = models.TextField(blank=True)
    opening_hours = models.TextField(blank=True)
    referral = models.TextField(blank=True)
    minimum_age = models.PositiveSmallIntegerField(null=True)
    maximum_age = models.PositiveSmallIntegerField(null=True)
    source = models.TextField(blank=True)
    checked_on = models.DateField(null=True)  # the earliest day that `checked_said` can mean
    checked_said = models.TextField(blank=True)
    stale = models.BooleanField(default=False)
    doubled = models.BooleanField(default=False)
    outside_area = models.BooleanField(default=False)
    closed = models.BooleanField(default=False)
    search = SearchVectorField(null=True)

    class Meta:
        indexes = [GinIndex(fields=["search"], name="directory_service_search")]
