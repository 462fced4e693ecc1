"""Where services are."""

from django.db import models

from onward.vocabulary.directory import LocationType


class Location(models.Model):
    """A place, which may have several services. A place that is confidential has no row."""

    uuid = models.UUIDField(unique=True)
    location_type = models.CharField(max_length=10, default=LocationType.PHYSICAL.value)
    name = models.TextField(blank=True)
    description = models.TextField(blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    external_identifier = models.TextField(blank=True)
    external_identifier_type = models.TextField(blank=True)


class Address(models.Model):
    """How to write to a place, or find it."""

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="addresses")
    uuid = models.UUIDField()
    address_1 = models.TextField(blank=True)
    city = models.TextField(blank=True)
    region = models.TextField(blank=True)
    state_province = models.TextField(blank=True)
    postal_code = models.TextField(blank=True)
    country = models.TextField(blank=True)
    address_type = models.CharField(max_length=10, default=LocationType.PHYSICAL.value)


class Accessibility(models.Model):
    """What makes a place easier to use, or harder."""

    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="accessibility")
    uuid = models.UUIDField()
    description = models.TextField(blank=True)
    details = models.TextField(blank=True)
    url = models.TextField(blank=True)


class ServiceAtLocation(models.Model):
    """That a service is at a place."""

    uuid = models.UUIDField(unique=True)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="at_locations")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="at_services")
