"""Where the directory comes from, and which source said what where they disagree."""

from django.db import models


class Source(models.Model):
    """An area folder, a file or a feed; with how far its last run came, so that the next goes on from there."""

    code = models.CharField(max_length=80, primary_key=True)
    kind = models.CharField(max_length=10)  # a SourceKind
    title = models.TextField(blank=True)
    address = models.TextField(blank=True)
    run = models.PositiveIntegerField(default=0)
    page_reached = models.PositiveIntegerField(default=0)  # of the run under way; 0 where none is
    interrupted = models.BooleanField(default=False)  # whether the run under way was begun anew after a stop
    began_on = models.DateField(null=True)  # the run under way
    complete_on = models.DateField(null=True)  # when the last run that came to its end had begun


class Saying(models.Model):
    """What one source says of one field of a service; kept where more than one speaks of it."""

    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="sayings")
    field = models.CharField(max_length=40)
    said_by = models.CharField(max_length=80)  # a source's code, `editor` or `provider`
    value = models.TextField(blank=True)
    said_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "field", "said_by"], name="directory_one_saying")
        ]
