"""The front door in figures: what the database counts is what counting one by one finds, and so is each list."""

from collections import Counter
from datetime import date, timedelta
from random import Random
from statistics import median_low
from uuid import UUID

import pytest

from onward.casework.followup.models import FollowUp
from onward.directory import queries as directory
from onward.journey.contact import figures
from onward.journey.contact.choosing import Otherwise, otherwise
from onward.journey.contact.figures import Figure
from onward.journey.contact.models import Choice, Contact, Decision, Objection
from onward.records.models import Case
from onward.records.principal import acting_as
from onward.vocabulary.contact import Channel, Outcome, State, Wish
from onward.vocabulary.followup import State as FollowUpState
from onward.vocabulary.screening import About, Urgency
from tests import world

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 9, 7)
FIRST, UNTIL, BEFORE = MONDAY, MONDAY + timedelta(days=14), MONDAY - timedelta(days=14)
SORTED = [each for each in Figure if each is not Figure.PROPOSAL]


def made_up(seed: int, number: int = 10) -> None:
    """Requests over six weeks, moved to days, channels and outcomes by chance: what the tables may hold."""
    chance = Random(seed)
    cases = [world.ask_for_help(chance.choice([Wish.ADVICE, Wish.ASSESSMENT])) for _each in range(number)]
    people = [world.match_new(case) for case in cases[:4]]
    for case in cases:
        if chance.random() < 0.75:
            world.decide(case, chance.choice([Outcome.ADVICE, Outcome.ADVICE, Outcome.URGENT]))
            if chance.random() < 0.3:
                world.question(case)
                if chance.random() < 0.5:
                    world.decide(case, Outcome.SAFEGUARDING)
    with acting_as(world.staff("ada")):
        for case in cases:
            _move(chance, case, people)


def _move(chance: Random, case: UUID, people: list[UUID]) -> None:
    sent = MONDAY + timedelta(days=chance.randrange(-16, 16))
    Contact.objects.filter(case_id=case).update(
        sent_on=sent,
        channel=chance.choice(list(Channel)),
        proposed_urgency=chance.choice(list(Urgency)),
        postcode=chance.choice(["QQ1 5LR", "", "ZZ9 9ZZ", *directory.some_postcodes(4)]),
    )
    Case.objects.filter(id=case).update(person=chance.choice([None, *people]))
    decided = sent + timedelta(days=chance.randrange(6))
    Decision.objects.filter(case_id=case).update(decided_on=decided)
    Objection.objects.filter(case_id=case).update(
        said_on=decided + timedelta(days=chance.choice([0, 90, 91]))
    )
    Choice.objects.filter(case_id=case).update(chosen_on=decided, chosen=chance.choice(["soon", "ordinary"]))
    if chance.random() < 0.5:
        told = {"worked": chance.choice(["yes", "no"]), "look_again": False, "ended_on": decided}
        FollowUp.objects.filter(case_id=case, state=FollowUpState.WAITING).update(
            state=FollowUpState.ANSWERED, **told
        )


def code_of(figure: Figure, contact: Contact) -> str | None:
    """The slow and obvious way to sort one request; None where the figure is not about it."""
    told: dict[Figure, str | None] = {
        Figure.ALL: "all",
        Figure.CHANNEL: contact.channel,
        Figure.WISH: contact.wish,
        Figure.URGENCY: Urgency(contact.proposed_urgency).code,
        Figure.AREA: _ward(contact),
        **_decided(contact),
    }
    return told[figure]


def _ward(contact: Contact) -> str:
    place = directory.place_of(contact.postcode)
    return place.ward if place and place.ward else "not_known"


def _decided(contact: Contact) -> dict[Figure, str | None]:
    decisions = sorted(contact.decisions.all(), key=lambda each: each.number)
    if not decisions:
        return {Figure.OUTCOME: "waiting", Figure.FIRST: "waiting", Figure.HELD: None, Figure.BACK: None}
    advised = decisions[0].outcome == Outcome.ADVICE
    back = "came_back" if _came_back(contact, decisions[0].decided_on) else "not_so_far"
    return {
        Figure.OUTCOME: decisions[-1].outcome if contact.state == State.DECIDED else "waiting",
        Figure.FIRST: "resolved" if advised else "otherwise",
        Figure.HELD: _held(contact) if advised else None,
        Figure.BACK: back if advised else None,
    }


def _held(contact: Contact) -> str:
    planned = sorted(FollowUp.objects.filter(case=contact.case), key=lambda each: each.due_on)
    if not planned:
        return "not_asked"
    return planned[0].worked if planned[0].state == FollowUpState.ANSWERED else planned[0].state


def _came_back(contact: Contact, decided: date) -> bool:
    last = decided + timedelta(days=90)
    if any(each.said_on <= last for each in Objection.objects.filter(case=contact.case)):
        return True
    person = contact.case.person_id
    others = [each for each in sent() if person and each.case.person_id == person and each.id != contact.id]
    return any(each.sent_on and decided < each.sent_on <= last for each in others)


def sent() -> list[Contact]:
    return list(Contact.objects.exclude(state=State.DRAFT).select_related("case"))


def slowly(figure: Figure, first: date, until: date) -> Counter[str]:
    codes = [code_of(figure, each) for each in sent() if each.sent_on and first <= each.sent_on < until]
    return Counter(code for code in codes if code)


@pytest.mark.parametrize("seed", range(2))
def test_the_database_counts_and_lists_what_counting_one_by_one_finds(seed: int) -> None:
    made_up(seed)
    with acting_as(world.staff("ewa")):
        for figure in SORTED:
            found = figures.numbers(figure, FIRST, UNTIL, BEFORE)
            now, before = slowly(figure, FIRST, UNTIL), slowly(figure, BEFORE, FIRST)
            assert {code: (each.now, each.before) for code, each in found.items()} == {
                code: (now[code], before[code]) for code in now | before
            }, figure
            for which, number in found.items():
                listed = figures.behind(figure, which, FIRST, UNTIL, skip=0, most=99)
                assert len(listed) == number.now == figures.how_many(figure, which, FIRST, UNTIL)
                of = {each.case_id: code_of(figure, each) for each in sent()}
                assert {of[row.case] for row in listed} <= {which}


def test_proposals_followed_are_counted_by_the_last_choice_and_listed_so() -> None:
    made_up(3)
    with acting_as(world.staff("ewa")):
        last = {
            each.contact_id: each
            for each in Choice.objects.filter(
                about=About.URGENCY, chosen_on__gte=FIRST, chosen_on__lt=UNTIL
            ).order_by("number")
        }
        differ = sum(each.chosen != each.proposed for each in last.values())
        assert otherwise(FIRST, UNTIL)[0] == Otherwise(About.URGENCY, len(last), differ)
        for followed, number in ((False, differ), (True, len(last) - differ)):
            which = figures.proposal(About.URGENCY, followed=followed)
            assert figures.how_many(Figure.PROPOSAL, which, FIRST, UNTIL) == number


def test_half_are_decided_within_the_lower_median_of_their_days() -> None:
    made_up(3)
    with acting_as(world.staff("ewa")):
        found = figures.how_soon(FIRST, UNTIL)
        days = [
            (each.decided_on - each.contact.sent_on).days
            for each in Decision.objects.filter(number=1).select_related("contact")
            if each.contact.sent_on and FIRST <= each.contact.sent_on < UNTIL
        ]
    assert found
    assert (found.decided, found.median) == (len(days), median_low(days))


def test_where_nothing_is_decided_nobody_says_how_soon() -> None:
    world.ask_for_help()
    with acting_as(world.staff("ewa")):
        assert figures.how_soon(world.TODAY, world.TODAY + timedelta(days=1)) is None


def test_days_are_those_of_sending_and_the_last_day_is_not_in_a_period() -> None:
    world.ask_for_help()
    with acting_as(world.staff("ewa")):
        for first, found in (
            (world.TODAY, {(world.TODAY, "online"): 1}),
            (world.TODAY - timedelta(days=1), {}),
        ):
            assert figures.by_day(first, first + timedelta(days=1)) == found


def test_a_draft_is_in_no_figure() -> None:
    world.begin()
    with acting_as(world.staff("ewa")):
        assert figures.numbers(Figure.CHANNEL, date(2026, 1, 1), date(2027, 1, 1), date(2025, 1, 1)) == {}


def test_whoever_sees_none_of_the_requests_has_no_figures() -> None:
    world.ask_for_help()
    with acting_as(world.staff("olu")):
        assert figures.numbers(Figure.CHANNEL, date(2026, 1, 1), date(2027, 1, 1), date(2025, 1, 1)) == {}


def test_the_list_comes_a_part_at_a_time_in_the_order_of_sending() -> None:
    cases = [world.ask_for_help() for _each in range(3)]
    until = world.TODAY + timedelta(days=1)
    with acting_as(world.staff("ewa")):
        parts = [
            [row.case for row in figures.behind(Figure.ALL, "all", world.TODAY, until, skip=skip, most=2)]
            for skip in (0, 2, 4)
        ]
    assert [len(each) for each in parts] == [2, 1, 0]
    assert {case for part in parts for case in part} == set(cases)
