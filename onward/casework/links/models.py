"""Links that were emailed to organisations: to whom, for what, until when, and whether the email went."""

import uuid

from django.db import models

from onward.vocabulary.links import Purpose
from onward.vocabulary.messages import Problem, State


class Link(models.Model):
    """One link. `about` is the introduction or the claim that it opens; `occasion` why it was sent, once.

    It is `case`'s, or nobody's where it is about a provider's own entry. The token itself is stored nowhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("records.Case", on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Purpose])
    about = models.UUIDField()
    occasion = models.UUIDField(unique=True)
    to = models.CharField(max_length=254)
    email = models.CharField(max_length=40)  # which of the policy's emails
    service = models.TextField()  # its name, for the email
    made_on = models.DateField()
    expires_on = models.DateField()
    revoked_on = models.DateField(null=True)
    opened_on = models.DateField(null=True)  # when somebody first looked
    state = models.CharField(
        max_length=10, choices=[(each.value, each.value) for each in State], default=State.WAITING
    )
    problem = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Problem], blank=True
    )
    tries = models.PositiveIntegerField(default=0)
    provider_id = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "about"], name="links_about")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_on__gt=models.F("made_on")), name="links_end_after_they_are_made"
            )
        ]


class LinkDigest(models.Model):
    """The digest of a link's token. Nobody reads it: one function compares."""

    link = models.OneToOneField(Link, on_delete=models.CASCADE, primary_key=True)
    # The link's own case, said again so that the digest goes with it.
    case = models.ForeignKey("records.Case", on_delete=models.PROTECT, null=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
