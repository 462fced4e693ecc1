"""What people can go to, use or ask."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Now

from onward.vocabulary.directory import Capacity, Status


class Service(models.Model):
    """One service, with what lists and search need of its place, times and contacts; those tables hold the whole."""

    id = models.TextField(primary_key=True)  # as the source gives it
    uuid = models.UUIDField(unique=True)  # the standard's id: the source's own where it is one
    organisation = models.ForeignKey(
        "directory.Organisation", on_delete=models.PROTECT, related_name="services"
    )
    name = models.TextField()  # in readable case
    name_given = models.TextField()
    description = models.TextField(blank=True)
    website = models.TextField(blank=True)
    email = models.TextField(blank=True)  # never a personal one
    status = models.CharField(max_length=20, default=Status.ACTIVE.value)
    fees = models.TextField(blank=True)
    accreditations = models.TextField(blank=True)
    alert = models.TextField(blank=True)
    eligibility = models.TextField(blank=True)
    minimum_age = models.PositiveSmallIntegerField(null=True)
    maximum_age = models.PositiveSmallIntegerField(null=True)
    referral = models.TextField(blank=True)
    capacity = models.CharField(max_length=20, default=Capacity.NOT_SAID.value)
    source = models.TextField(blank=True)
    checked_on = models.DateField(null=True)  # the earliest day that `checked_said` can mean
    checked_said = models.TextField(blank=True)
    checked_by = models.TextField(blank=True)

    # Of its first place, its first number and its times, for lists and search.
    category = models.TextField(blank=True)
    address = models.TextField(blank=True)
    postcode = models.TextField(blank=True)  # as given where it cannot be one
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    telephone = models.TextField(blank=True)  # never a personal one
    opening_hours = models.TextField(blank=True)

    confidential = models.BooleanField(
        default=False
    )  # a place where somebody may be looked for: none is kept
    place_may_be_shown = models.BooleanField(null=True)  # what an editor decided, whatever the words say
    stale = models.BooleanField(default=False)
    doubled = models.BooleanField(default=False)
    outside_area = models.BooleanField(default=False)
    closed = models.BooleanField(default=False)  # withdrawn, merged into another, or no longer offered
    withdrawn_on = models.DateField(null=True)  # since when its source no longer lists it
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")

    loaded_from = models.ForeignKey(
        "directory.Source", on_delete=models.PROTECT, null=True, related_name="services"
    )
    source_modified = models.TextField(blank=True)  # when the source says that it changed, as it says so
    seen_run = models.PositiveIntegerField(default=0)  # the last run of its source that listed it
    digest = models.CharField(max_length=64, blank=True)  # of everything that the source says
    source_digest = models.CharField(max_length=64, blank=True)  # of the document, before it was read
    last_modified = models.DateTimeField(db_default=Now())
    search = SearchVectorField(null=True)

    class Meta:
        indexes = [
            GinIndex(fields=["search"], name="directory_service_search"),
            models.Index(fields=["loaded_from", "seen_run"], name="directory_service_seen"),
            models.Index(fields=["last_modified"], name="directory_service_modified"),
        ]
