"""What ratings taught, in the database: kept, put in force where it is better, and taken back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction

from onward.directory.models import LearnedRanking
from onward.directory.recommend.learned_file import learned_of
from onward.ranking import VERSION, Learned


def in_force() -> Learned | None:
    """What was learned last and not taken back; None while the plain ranking is in force."""
    latest = latest_in_force()
    return learned_of(latest.learned) if latest else None


def latest_in_force() -> LearnedRanking | None:
    """Its row; None while the plain ranking is in force. What another version of ranking learned is not used."""
    return LearnedRanking.objects.filter(in_force=True, version=VERSION).order_by("-id").first()


@transaction.atomic
def keep(learned: Learned, judged: Mapping[str, Any]) -> bool:
    """Keep what was learned, in force where it was judged better. Whether anything learned is in force now."""
    LearnedRanking.objects.create(
        version=VERSION, learned=asdict(learned), judged=dict(judged), in_force=bool(judged["better"])
    )
    return in_force() is not None


@transaction.atomic
def take_back() -> bool:
    """Go back to what was in force before. Whether there was anything to go back from."""
    latest = LearnedRanking.objects.filter(in_force=True).order_by("-id").first()
    return bool(latest and LearnedRanking.objects.filter(pk=latest.pk).update(in_force=False))


def last_judged() -> Mapping[str, Any] | None:
    """How the last learning compared; None where there was none."""
    latest = LearnedRanking.objects.order_by("-id").first()
    return latest.judged if latest else None
