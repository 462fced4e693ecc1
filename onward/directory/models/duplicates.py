"""Services that may be one."""

from django.db import models

from onward.vocabulary.directory import Pair


class Proposal(models.Model):
    """Two services that look alike, why, and what somebody decided. The first has the smaller id."""

    first = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    points = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=10, default=Pair.OPEN.value)
    kept = models.ForeignKey("directory.Service", on_delete=models.CASCADE, null=True, related_name="+")
    decided_by = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="directory_one_proposal"),
            models.CheckConstraint(
                condition=models.Q(state="merged", kept__isnull=False)
                | (~models.Q(state="merged") & models.Q(kept=None)),
                name="directory_merged_into_one",
            ),
        ]
