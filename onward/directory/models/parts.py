"""What belongs to one service. Columns have the standard's own names, so that reading and writing are one list."""

from django.db import models


class Part(models.Model):
    """Something of one service, under an id of the source's where it gave one."""

    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="%(class)ss")
    uuid = models.UUIDField()

    class Meta:
        abstract = True


class Schedule(Part):
    """When a service is there, by the week or the month. `byday` and `bymonthday` are written as in RFC 5545."""

    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    dtstart = models.DateField(null=True)
    freq = models.CharField(max_length=10, blank=True)
    interval = models.PositiveSmallIntegerField(null=True)
    byday = models.TextField(blank=True)
    bymonthday = models.TextField(blank=True)
    description = models.TextField(blank=True)
    opens_at = models.TimeField(null=True)
    closes_at = models.TimeField(null=True)
    schedule_link = models.URLField(blank=True, max_length=2000)
    attending_type = models.TextField(blank=True)
    notes = models.TextField(blank=True)


class ServiceArea(Part):
    """For where a service is; `extent` is GeoJSON where `extent_type` says so."""

    name = models.TextField(blank=True)
    extent = models.TextField(blank=True)
    extent_type = models.TextField(blank=True)
    uri = models.TextField(blank=True)
    service_area = models.TextField(blank=True)


class CostOption(Part):
    """What a service costs whom; `amount` in pounds."""

    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    option = models.TextField(blank=True)
    amount = models.DecimalField(null=True, max_digits=10, decimal_places=2)
    amount_description = models.TextField(blank=True)


class Language(Part):
    """A language that a service speaks. The names are those of HSDS 3, of which the UK's profile keeps only ids."""

    name = models.TextField(blank=True)
    code = models.TextField(blank=True)
    note = models.TextField(blank=True)


class Funding(Part):
    """Who pays for a service."""

    source = models.TextField(blank=True)


class Contact(Part):
    """Whom to ask. A personal one is kept for editors only and never leaves."""

    name = models.TextField(blank=True)
    title = models.TextField(blank=True)
    email = models.TextField(blank=True)
    personal = models.BooleanField(default=False)


class Phone(Part):
    """A telephone number of a service, or of one of its contacts; a personal one never leaves."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, null=True, related_name="phones")
    number = models.TextField()
    description = models.TextField(blank=True)
    personal = models.BooleanField(default=False)
