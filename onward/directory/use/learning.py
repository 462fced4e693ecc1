"""Every night: what ratings of services that were shown teach, and whether it is better than the plain ranking.

What another version of ranking was told does not count. Once an editor has gone back, only an editor lets what is
learned order services again: a job never overrules somebody.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from onward.directory.learned_rankings import take_back
from onward.directory.models import LearnedRanking, UseResult
from onward.directory.use.told import candidate_of
from onward.policy.recommending import recommending
from onward.ranking import VERSION, Wishes
from onward.ranking.learning import Comparison, Rated, Thresholds, compare, learn
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.vocabulary.events import RankingChosen, RankingLearned
from onward.vocabulary.principals import Principal
from onward.vocabulary.using import Became

SEED = 1
DIGITS = 4


@dataclass(frozen=True)
class Standing:
    """How far the ratings reach: how many there are, and how many of them were learned from last."""

    ratings: int
    learned_from: int
    needed: int

    @property
    def due(self) -> bool:
        """Whether there is enough to learn from, and something new."""
        return self.ratings >= self.needed and self.ratings != self.learned_from


def standing() -> Standing:
    """What there is to learn from now."""
    latest = LearnedRanking.objects.filter(version=VERSION).order_by("-id").first()
    ratings = _ratings().count()
    return Standing(
        ratings, latest.judged.get("ratings", 0) if latest else 0, recommending().learning.ratings
    )


@action
def learn_from_use(*, by: Principal, on: date) -> bool:
    """Learn from all ratings, and let it order services where it is shown to be better. Whether it does now."""
    rated = told()
    policy = recommending().learning
    compared = compare(rated, Thresholds(**asdict(policy)), SEED)
    in_force = compared.better and not _an_editor_went_back()
    LearnedRanking.objects.create(
        version=VERSION,
        learned=asdict(learn(rated, few=policy.few, helpful=policy.helpful)),
        judged=_judged(compared),
        in_force=in_force,
    )
    record(RankingLearned(ratings=len(rated), in_force=in_force), by=by, on=on)
    return in_force


@action
def go_back(*, by: Principal, on: date) -> None:
    """Take what was learned out of force; refused where nothing learned is in force."""
    latest = LearnedRanking.objects.filter(in_force=True).order_by("-id").first()
    if latest is None or not take_back():
        raise Refused(_("Nothing that was learned orders services now."), "nothing_in_force")
    LearnedRanking.objects.filter(pk=latest.pk).update(taken_back_on=on)
    record(RankingChosen(learned=False), by=by, on=on)


@action
def use_again(*, by: Principal, on: date) -> None:
    """Let what was learned last order services, where it was judged better; refused where it was not."""
    latest = LearnedRanking.objects.filter(version=VERSION).order_by("-id").first()
    if latest is None or not latest.judged.get("better"):
        raise Refused(_("What was learned last was not shown to be better."), "not_better")
    LearnedRanking.objects.filter(taken_back_on__isnull=False).update(taken_back_on=None)
    LearnedRanking.objects.filter(pk=latest.pk).update(in_force=True)
    record(RankingChosen(learned=True), by=by, on=on)


def told() -> list[Rated]:
    """Every rating with what ranking was told when the service was shown. One list is one person's choice."""
    rows = _ratings().select_related("shown__showing", "shown__service").order_by("said_on", "pk")
    return [_rated(each) for each in rows]


def _ratings() -> QuerySet[UseResult]:
    return UseResult.objects.filter(became=Became.RATED.value, shown__showing__ranking=VERSION)


def _rated(row: UseResult) -> Rated:
    shown, showing = row.shown, row.shown.showing
    service = shown.service
    return Rated(
        person=str(showing.pk),
        candidate=candidate_of(service.pk, service.name, service.category, shown.told),
        wishes=Wishes(
            needs=tuple(showing.needs),
            age=showing.age_decade,
            lead="words" if showing.lead == "words" else "needs",
        ),
        km=shown.km,
        rating=row.rating or 0,
        shown_rank=shown.place,
        on=row.said_on,
    )


def _an_editor_went_back() -> bool:
    return LearnedRanking.objects.filter(taken_back_on__isnull=False).exists()


def _judged(compared: Comparison) -> dict[str, Any]:
    """How it compared, as the pages and `onward recommend --evaluate` show it."""
    return {
        "ratings": compared.ratings,
        "kept_back": compared.kept_back,
        "people": compared.people,
        **{way: {"ndcg_at_10": round(value, DIGITS)} for way, value in compared.ndcg.items()},
        "gain": round(compared.gain, DIGITS),
        "gain_at_least": round(compared.at_least, DIGITS),
        "better": compared.better,
        "why_not": compared.why_not,
    }
