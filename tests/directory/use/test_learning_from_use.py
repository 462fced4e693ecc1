"""From a list that somebody was shown, by what they and others say of it, to a ranking that an editor may take back."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

import pytest

from onward.directory import queries as directory
from onward.directory.loading import JOB, bring_in
from onward.directory.models import LearnedRanking, Showing, Shown, UseResult
from onward.directory.use import learning, queries
from onward.directory.use.actions import keep_showing, note_result
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.principals import Principal
from onward.vocabulary.using import Became, Rater, Where

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)
EDITOR = Principal.staff(7)
WriteArea = Callable[..., Path]


@pytest.fixture(autouse=True)
def loaded(write_area: WriteArea) -> None:
    bring_in(write_area(), on=DAY)


def shown(on: date = DAY, age: int | None = 83) -> UUID:
    found = directory.find(needs=["lonely"], postcode="QQ1 1AA", age=age)
    return keep_showing(
        where=Where.REQUEST, needs=["lonely"], age=age, suggestions=found.suggestions, on=on
    ).showing


def test_of_whom_a_list_was_for_it_keeps_needs_and_a_decade_and_no_words() -> None:
    row = Showing.objects.get(pk=shown())
    assert (row.needs, row.age_decade, row.lead) == (["lonely"], 80, "needs")
    told = Shown.objects.filter(showing=row).order_by("place").first()
    assert told is not None
    assert told.told["needs_score"] > 0
    assert not {"words", "strengths", "latitude", "name"} & told.told.keys()


def test_every_service_is_kept_once_at_the_place_where_it_was_shown() -> None:
    rows = Shown.objects.filter(showing=shown()).order_by("place")
    assert [each.place for each in rows] == [1, 2]
    assert {each.service_id for each in rows} == {"a", "b"}


def test_a_later_word_stands_and_each_may_say_their_own() -> None:
    showing = shown()
    for by_whom, rating in ((Rater.WORKER, 1), (Rater.WORKER, 3), (Rater.PERSON, 0)):
        said = {"became": Became.RATED, "by_whom": by_whom, "rating": rating}
        assert note_result(showing=showing, service="a", on=DAY, **said)  # type: ignore[arg-type]
    assert queries.ratings(showing, Rater.WORKER) == {"a": 3}
    assert queries.ratings(showing, Rater.PERSON) == {"a": 0}


def test_what_was_not_shown_teaches_nothing() -> None:
    assert not note_result(showing=uuid4(), service="a", became=Became.SENT, by_whom=Rater.WORKER, on=DAY)
    assert not UseResult.objects.exists()


@pytest.mark.parametrize(("became", "rating"), [(Became.RATED, None), (Became.RATED, 4), (Became.SENT, 2)])
def test_a_rating_is_from_0_to_3_and_only_a_rating_has_one(became: Became, rating: int | None) -> None:
    with pytest.raises(ValueError, match="from 0 to 3"):
        note_result(showing=shown(), service="a", became=became, by_whom=Rater.PERSON, rating=rating, on=DAY)


def rated_as(taste: dict[str, int], lists: int) -> None:
    """So many people say of both services what `taste` says, now and then otherwise."""
    chance = Random(1)
    for number in range(lists):
        on = DAY - timedelta(days=lists - number)
        showing = shown(on)
        for service, rating in taste.items():
            said = rating if chance.random() < 0.9 else chance.choice((1, 2))
            note_result(
                showing=showing,
                service=service,
                became=Became.RATED,
                by_whom=Rater.PERSON,
                rating=said,
                on=on,
            )


def learn() -> bool:
    with acting_as(JOB):
        return learning.learn_from_use(by=JOB, on=DAY)


def first() -> str:
    return directory.find(needs=["lonely"], postcode="QQ1 1AA", age=83).suggestions[0].service_id


def test_with_few_ratings_nothing_is_due() -> None:
    rated_as({"a": 0}, 1)
    assert learning.standing() == learning.Standing(ratings=1, learned_from=0, needed=200)
    assert not learning.standing().due


def test_what_is_better_is_used_until_an_editor_goes_back_and_no_job_overrules_them() -> None:
    plain = first()
    other = ({"a", "b"} - {plain}).pop()
    rated_as({plain: 0, other: 3}, 110)
    assert learning.standing().due
    assert learn()
    assert not learning.standing().due
    assert first() == other
    with acting_as(EDITOR):
        learning.go_back(by=EDITOR, on=DAY)
        with pytest.raises(Refused):
            learning.go_back(by=EDITOR, on=DAY)
    assert first() == plain
    assert queries.order(DAY).went_back_on == DAY
    assert not learn()
    assert first() == plain
    with acting_as(EDITOR):
        learning.use_again(by=EDITOR, on=DAY)
    assert first() == other


def test_what_is_not_better_is_kept_and_not_used() -> None:
    rated_as({"a": 2, "b": 2}, 10)
    assert not learn()
    assert LearnedRanking.objects.get().judged["why_not"]
    with acting_as(EDITOR), pytest.raises(Refused):
        learning.use_again(by=EDITOR, on=DAY)


def test_who_is_seen_counts_how_little_a_lower_place_is_looked_at() -> None:
    showing = shown()
    note_result(showing=showing, service="a", became=Became.SENT, by_whom=Rater.WORKER, on=DAY)
    shown(DAY - timedelta(days=400))
    groups = {each.group: each for each in queries.seen(DAY)}
    assert sum(groups[name].shown for name in ("small", "others")) == 2
    assert sum(groups[name].attention for name in ("small", "others")) == pytest.approx(1)
    assert (groups["new"].shown, groups["new"].sent) == (2, 1)
