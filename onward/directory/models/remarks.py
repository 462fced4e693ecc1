"""What anybody tells us is wrong with a service."""

from uuid import uuid4

from django.db import models

from onward.vocabulary.directory import Remark


class RemarkMade(models.Model):
    """What somebody wrote of a service, for its editor. `reach` goes as soon as an editor has dealt with it."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="remarks")
    wrong = models.CharField(max_length=10)  # a Wrong
    words = models.TextField(blank=True)
    reach = models.TextField(blank=True)  # how to ask its writer, who need not say
    made_on = models.DateField()
    state = models.CharField(max_length=10, default=Remark.OPEN.value)
    decided_by = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", decided_on=None)
                | (~models.Q(state="open") & models.Q(decided_on__isnull=False, reach="")),
                name="directory_remark_decided",
            )
        ]
