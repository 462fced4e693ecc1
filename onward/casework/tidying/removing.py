"""What goes, and when. Each function gives back how many went, and nothing of what or whose."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from onward.records.actions import forget_keys
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal

DAYS_TO_KEEP_KEYS = 7  # `week` in records/classification.yaml


def tidy(now: datetime) -> dict[str, int]:
    """Remove everything that nobody needs any more; how many of each."""
    with acting_as(Principal.job("tidy")):
        return {
            "sessions": Session.objects.filter(expire_date__lt=now).delete()[0],
            "keys": forget_keys(used_before=now - timedelta(days=DAYS_TO_KEEP_KEYS)),
            "drafts": _drafts(now),
        }


def _drafts(now: datetime) -> int:
    """Forms that were begun and never sent, once the day has passed until which their writer was told they are kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT onward_remove_drafts(%s)", [timezone.localdate(now)])
        return int(cursor.fetchone()[0])
