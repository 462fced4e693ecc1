"""A message to somebody about their case, as it was worded; and how far it got."""

from typing import Any

from django.db import models
from django.db.models.functions import Now

from onward.records.bases import OnCase
from onward.vocabulary.messages import Channel, Format, Problem, State


def _choices(codes: Any) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in codes]


class Message(OnCase):
    """One message. `body` is what was said, but that a code stays a placeholder: it is filled in when the message is
    handed over, and stored nowhere. `safe_contact` is what the rule was told, `held_because` what it answered.
    `not_as_asked` are the formats, as codes, and the language, as its reader called it, that were asked for and for
    which there are no words. A letter that we post ourselves has who posted it, on which day, and no service's id."""

    template = models.CharField(max_length=60)
    template_version = models.CharField(max_length=80)
    channel = models.CharField(max_length=10, choices=_choices(Channel))
    to = models.CharField(max_length=300)
    language = models.CharField(max_length=10)
    format = models.CharField(max_length=20, choices=_choices(Format))
    not_as_asked: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    state = models.CharField(max_length=10, choices=_choices(State))
    safe_contact: "models.JSONField[Any, Any]" = models.JSONField()
    held_because: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    rule_version = models.CharField(max_length=20)
    queued_on = models.DateField()
    queued_at = models.DateTimeField(db_default=Now())
    tries = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=20, choices=_choices(Problem), blank=True)
    provider_id = models.CharField(max_length=80, blank=True)
    posted_by = models.CharField(max_length=80, blank=True)
    posted_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    again_of = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="again")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=State.SENT)
                | models.Q(sent_at__isnull=False) & (~models.Q(provider_id="") | ~models.Q(posted_by="")),
                name="sent_messages_have_a_sender",
            ),
            models.CheckConstraint(
                condition=models.Q(posted_by="", posted_on__isnull=True)
                | models.Q(channel=Channel.LETTER, posted_on__isnull=False) & ~models.Q(posted_by=""),
                name="posted_letters_have_who_and_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.HELD) | ~models.Q(held_because=[]),
                name="held_messages_have_reasons",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.FAILED) | ~models.Q(problem=""),
                name="failed_messages_have_a_problem",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "queued_at"]),
            models.Index(fields=["queued_at"]),
            models.Index(fields=["state", "asked_at"]),
        ]
