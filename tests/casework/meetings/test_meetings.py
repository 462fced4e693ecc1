"""A team looks at cases together: one meeting at a time, only of its own people, and what somebody thought is kept."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from onward.casework.meetings import actions, queries
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.records.staffing import number_of
from onward.vocabulary.meetings import Kind
from tests import world

pytestmark = pytest.mark.django_db
TEAM = "front-door"


def say(action: object, who: str = "ada", **told: object) -> UUID:
    by = world.staff(who)
    with acting_as(by):
        return action(**told, by=by, on=world.TODAY)  # type: ignore[operator, no-any-return]


def begin(*names: str, who: str = "ada") -> UUID:
    present = frozenset(number_of(each) for each in names)
    return say(actions.begin, who, kind=Kind.HUDDLE, team=TEAM, present=present, key=uuid4(), at=world.NOON)


def otherwise(meeting: UUID, case: UUID, **changed: object) -> UUID:
    said = {"staff": number_of("ewa"), "would_choose": "assessment", "words": "She fell twice."}
    told: dict[str, Any] = {**said, **changed}
    return say(actions.say_otherwise, meeting=meeting, case=case, key=uuid4(), **told)


def test_a_team_has_one_open_meeting_at_a_time() -> None:
    meeting = begin("ada", "ewa")
    with pytest.raises(Refused, match="begun already"):
        begin("ada")
    seen = queries.open_meeting(Kind.HUDDLE, TEAM)
    assert seen
    assert (seen.id, seen.present) == (meeting, tuple(sorted([number_of("ada"), number_of("ewa")])))


def test_only_people_of_the_team_are_in_its_meeting() -> None:
    with pytest.raises(Refused, match="does not work in this team"):
        begin("ada", "olu")
    with pytest.raises(Refused, match="does not work in this team"):
        begin(who="olu")


def test_somebody_joins_while_it_goes_on() -> None:
    meeting = begin("ada")
    both = frozenset({number_of("ada"), number_of("ewa")})
    say(actions.set_present, meeting=meeting, present=both, version=1)
    assert queries.open_meeting(Kind.HUDDLE, TEAM).present == tuple(sorted(both))  # type: ignore[union-attr]
    with pytest.raises(Stale):
        say(actions.set_present, meeting=meeting, present=both, version=1)


def test_once_it_is_over_another_may_begin() -> None:
    meeting = begin("ada")
    say(actions.end, meeting=meeting, version=1, at=world.NOON + timedelta(minutes=30))
    assert queries.open_meeting(Kind.HUDDLE, TEAM) is None
    with pytest.raises(Refused, match="over"):
        say(actions.end, meeting=meeting, version=2, at=world.NOON)
    assert begin("ada") != meeting


def test_what_somebody_thought_who_saw_it_otherwise_is_kept_with_the_case() -> None:
    meeting, case = begin("ada", "ewa"), world.ask_for_help()
    otherwise(meeting, case)
    with acting_as(world.staff("ada")):
        assert [(each.would_choose, each.words) for each in queries.opinions(case)] == [
            ("assessment", "She fell twice.")
        ]
    with acting_as(world.staff("olu")):
        assert queries.opinions(case) == []


def test_only_somebody_who_is_there_sees_it_otherwise() -> None:
    meeting, case = begin("ada"), world.ask_for_help()
    with pytest.raises(Refused, match="who is there"):
        otherwise(meeting, case)


@pytest.mark.parametrize(("words", "choice"), [("", ""), (" ", ""), ("x" * 2_001, "advice")])
def test_an_opinion_says_something_and_not_too_much(words: str, choice: str) -> None:
    meeting, case = begin("ewa"), world.ask_for_help()
    with pytest.raises(Refused):
        otherwise(meeting, case, words=words, would_choose=choice)
    with acting_as(world.staff("ada")):
        assert queries.opinions(case) == []
