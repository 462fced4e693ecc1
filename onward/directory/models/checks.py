"""Whether services are still there."""

from django.db import models


class Check(models.Model):
    """That somebody, or a job, tried on a day whether a service is there, and whether it answered."""

    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="checks")
    way = models.CharField(max_length=10)  # a Way
    answered = models.BooleanField()
    checked_on = models.DateField()
    by = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["service", "checked_on"], name="directory_check_of")]
