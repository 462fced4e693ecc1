"""A first contact, what was decided about it, and the person's word that a decision is wrong."""

from typing import Any

from django.db import models

from onward.records.bases import OnCase
from onward.vocabulary.contact import Channel, Outcome, State, Wish
from onward.vocabulary.screening import About, Urgency


def _choices(codes: Any) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in codes]


_URGENCIES = [(each.value, each.code) for each in Urgency]


class Contact(OnCase):
    """One request. The names and the postcode are as they were typed: the person is known once matched by hand."""

    state = models.CharField(max_length=20, choices=_choices(State), default=State.DRAFT)
    wish = models.CharField(max_length=20, choices=_choices(Wish))
    channel = models.CharField(max_length=20, choices=_choices(Channel), default=Channel.ONLINE)
    # The day it reached the council, where that is not the day it was written down here: a letter, a paper form.
    received_on = models.DateField(null=True)
    for_another = models.BooleanField(default=False)
    other_agrees = models.BooleanField(default=False)
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    # The names as they are compared with those of other requests.
    given_key = models.CharField(max_length=200, blank=True)
    family_key = models.CharField(max_length=200, blank=True)
    born_on = models.DateField(null=True)
    postcode = models.CharField(max_length=10, blank=True)
    needs: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    contact_by = models.CharField(max_length=20, blank=True)
    # What the rule on safe contact warns of, for lists; a request's own page works it out from the answers.
    cautions: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    sent_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    reply_by = models.DateField(null=True)
    # The place in the list: as it was proposed, and as it stands, which a person may have decided otherwise.
    proposed_urgency = models.PositiveSmallIntegerField(choices=_URGENCIES, default=Urgency.ORDINARY)
    urgency = models.PositiveSmallIntegerField(choices=_URGENCIES, default=Urgency.ORDINARY)
    # What to look at, the most urgent first; why is in the answer that is kept (`screening.py`).
    look_at: "models.JSONField[Any, Any]" = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], name="one_contact_a_case"),
            models.CheckConstraint(
                condition=models.Q(state=State.DRAFT)
                | models.Q(sent_on__isnull=False, sent_at__isnull=False, reply_by__isnull=False),
                name="sent_contacts_have_dates",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "reply_by", "sent_at"]),
            models.Index(fields=["sent_on"]),
            models.Index(fields=["family_key", "given_key"], name="contact_names"),
            models.Index(fields=["born_on", "family_key"], name="contact_born_family"),
            models.Index(fields=["postcode", "family_key"], name="contact_postcode_family"),
            models.Index(
                fields=["urgency", "reply_by", "sent_on", "sent_at"],
                name="contacts_waiting_in_order",
                condition=models.Q(state__in=[State.WAITING, State.QUESTIONED]),
            ),
        ]


class Decision(OnCase):
    """What was decided, by whom and why. A later one stands; earlier ones are kept."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=20, choices=_choices(Outcome))
    grounds: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    passed_to = models.CharField(max_length=200, blank=True)
    reason = models.TextField()
    services: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    decided_by = models.CharField(max_length=80)
    decided_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["contact", "number"], name="one_decision_a_number"),
            models.CheckConstraint(
                condition=~models.Q(outcome=Outcome.ADVICE) | ~models.Q(grounds=[]),
                name="advice_has_its_grounds",
            ),
        ]
        indexes = [models.Index(fields=["decided_on"])]


class Objection(OnCase):
    """The person says that a decision is wrong, in their words."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="objections")
    words = models.TextField()
    said_on = models.DateField()


class NotTheSame(OnCase):
    """An adviser's word that this request is not about somebody who looks alike, until they take it back."""

    # The id of a person, or of another request's case.
    other = models.UUIDField()
    said_by = models.CharField(max_length=80)
    said_on = models.DateField()
    taken_back_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "other"],
                condition=models.Q(taken_back_on__isnull=True),
                name="said_once_until_taken_back",
            ),
        ]


class Choice(OnCase):
    """What was proposed, what somebody chose, and why where they said so. `decision` is None until one is made."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="choices")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="choices")
    number = models.PositiveIntegerField()
    about = models.CharField(max_length=20, choices=_choices(About))
    proposed = models.CharField(max_length=20)
    chosen = models.CharField(max_length=20)
    because = models.TextField(blank=True)
    chosen_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["contact", "number"], name="one_choice_a_number")]
        indexes = [models.Index(fields=["chosen_on"])]
