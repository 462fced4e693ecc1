"""The area that the directory is about, and its postcodes."""

from django.db import models


class Area(models.Model):
    """The one place this directory is about, and whom to thank for the data: shown wherever they are."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.TextField()
    attribution = models.JSONField(default=list)
    loaded_on = models.DateField()
    outlines = models.JSONField(default=list)  # of its wards: `name`, and `rings` of longitude and latitude


class Postcode(models.Model):
    """A postcode of the area, written as on a letter (`M33 2RP`), and where it is."""

    postcode = models.CharField(max_length=8, primary_key=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    ward = models.TextField(blank=True)
    lsoa = models.CharField(max_length=9, blank=True)
    msoa = models.CharField(max_length=9, blank=True)
