"""Every version of a form that was answered or brought in, for ever: its content is its name."""

from django.db import models
from django.db.models.functions import Now


class Definition(models.Model):
    """Append-only. `form` is the same for all versions that replace each other; `by` who brought it in, if anybody.

    `content` is canonical JSON, and `digest` the SHA-256 of it (`policy.canonical`).
    """

    digest = models.CharField(max_length=64, primary_key=True)
    form = models.CharField(max_length=64, db_index=True)
    url = models.CharField(max_length=500)
    version = models.CharField(max_length=100)
    name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=500, blank=True)
    status = models.CharField(max_length=20)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    origin = models.CharField(max_length=20)
    content = models.TextField()
    by = models.CharField(max_length=80, blank=True)
    kept_on = models.DateField()
    kept_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["url", "version"])]
        constraints = [
            models.UniqueConstraint(
                fields=["url", "version"],
                condition=models.Q(origin="imported"),
                name="one_imported_definition_a_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.url}|{self.version}"
