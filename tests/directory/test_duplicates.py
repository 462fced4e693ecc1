"""Services that may be one: proposed with reasons, merged or kept apart by a person, and either taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.directory import desk, merging, queries
from onward.directory.alike import Marks, likeness, pairs
from onward.directory.loading import JOB
from onward.directory.models import Proposal, Service
from onward.policy.directory import keeping
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.vocabulary.directory import Pair
from tests import world
from tests.directory import documents
from tests.directory.taking import ON, take

pytestmark = pytest.mark.django_db
OTHER = "77777777-0000-4000-8000-000000000001"
POINTS, FROM = keeping().alike, keeping().propose_from


def marks(service: str = "a", **known: str) -> Marks:
    nothing = dict.fromkeys(("name", "postcode", "telephone", "website", "email", "charity"), "")
    return Marks(service=service, **(nothing | {"name": f"name {service}"} | known))


@pytest.mark.parametrize(
    ("same", "differs", "proposed"),
    [
        ({"name": "x", "postcode": "QQ1 1AA"}, {}, True),
        ({"name": "x"}, {}, False),
        ({"name": "x", "telephone": "01632960001"}, {}, True),
        ({"name": "x", "telephone": "01632960001"}, {"postcode": True}, False),
        ({"name": "x", "charity": "9", "telephone": "01632960001"}, {"postcode": True}, False),
        ({"name": "x", "telephone": "01632960001", "website": "x.example"}, {"postcode": True}, False),
        ({"name": "x", "telephone": "1", "website": "x", "email": "x"}, {"postcode": True}, True),
        ({"postcode": "QQ1 1AA", "telephone": "01632960001", "website": "x.example"}, {}, False),
        ({"postcode": "QQ1 1AA", "telephone": "1", "website": "x", "email": "x"}, {}, True),
        ({"charity": "9", "website": "x", "email": "x"}, {}, False),
    ],
)
def test_which_services_are_proposed(same: dict[str, str], differs: dict[str, bool], proposed: bool) -> None:
    one = marks("a", **same, **({"postcode": "QQ1 1AA"} if differs else {}))
    other = marks("b", **same, **({"postcode": "QQ2 2BB"} if differs else {}))
    assert bool(list(pairs([one, other], POINTS, FROM))) == proposed


def test_a_similar_name_counts_for_less_than_the_same() -> None:
    one, other = marks("a", name="tenter lane lunch club"), marks("b", name="tenter lane lunch")
    assert likeness(one, other, POINTS).reasons == ("similar_name",)


@given(st.lists(st.builds(marks, service=st.sampled_from("abcdefgh"), postcode=st.sampled_from(["", "x", "y"])),
                unique_by=lambda each: each.service))  # fmt: skip
def test_the_order_in_which_services_come_makes_no_difference(known: list[Marks]) -> None:
    assert list(pairs(known, POINTS, 1)) == list(pairs(reversed(known), POINTS, 1))


def test_many_with_one_switchboard_are_not_compared() -> None:
    assert list(pairs([marks(f"{n:03}", telephone="1", name=f"x{n}") for n in range(26)], POINTS, 1)) == []


@pytest.fixture
def proposal(tmp_path: Path) -> int:
    """The lunch club as two sources have it: the second knows a fee, and was checked later."""
    take(tmp_path, documents.service(fees="", assured_date="2026-09-01"), second())
    with acting_as(JOB):
        merging.propose(by=JOB, on=ON)
    return Proposal.objects.get(first=documents.SERVICE_ID, second=OTHER).pk


def second(**changed: Any) -> dict[str, Any]:
    return documents.service(
        **{"id": OTHER, "name": "The Tenter Lane Lunch Club", "fees": "£5 a meal", "attributes": []} | changed
    )


def decide(what: str, proposal: int, **more: Any) -> None:
    by = world.staff("edie")
    version = Proposal.objects.get(pk=proposal).version
    with acting_as(by):
        getattr(merging, what)(**{"proposal": proposal, "version": version, "by": by, "on": ON} | more)


def everything() -> list[dict[str, Any]]:
    changing = {"last_modified": None}
    return [{**each, **changing} for each in Service.objects.order_by("pk").values()]


def test_a_proposal_says_why(proposal: int) -> None:
    (seen,) = [each for each in desk.pairs(Pair.OPEN) if each.number == proposal]
    assert seen.reasons == (
        "same_name",
        "same_postcode",
        "same_telephone",
        "same_website",
        "same_email",
        "same_charity",
    )


def test_the_made_up_council_has_its_two_doubles_proposed(proposal: int) -> None:
    open_ones = desk.pairs(Pair.OPEN)
    doubles = {("LARK0001", "LARK9000"), ("LARK0041", "LARK9040")}
    assert {(each.first.service_id, each.second.service_id) for each in open_ones} >= doubles


def test_merged_is_one_service_that_knows_what_both_knew(proposal: int) -> None:
    decide("merge", proposal, keep=documents.SERVICE_ID)
    kept, hidden = queries.services([documents.SERVICE_ID, OTHER])
    assert (kept.fees, kept.closed, hidden.closed) == ("£5 a meal", False, True)
    assert kept.checked_on == date(2026, 10, 1)
    found = [each.service_id for each in queries.find(words="tenter lane lunch").suggestions]
    assert documents.SERVICE_ID in found
    assert OTHER not in found
    shown = {each.field: each.said_by for each in desk.service(documents.SERVICE_ID).said if each.shown}  # type: ignore[union-attr]
    assert shown["fees"].startswith("merged:")


def test_undone_all_is_as_before(proposal: int) -> None:
    before = everything()
    decide("merge", proposal, keep=documents.SERVICE_ID)
    assert everything() != before
    decide("undo", proposal)
    assert everything() == before
    assert [each.number for each in desk.pairs(Pair.OPEN) if each.number == proposal] == [proposal]


def test_a_refresh_of_either_source_keeps_them_merged_and_brings_its_news(
    proposal: int, tmp_path: Path
) -> None:
    decide("merge", proposal, keep=documents.SERVICE_ID)
    take(tmp_path, documents.service(fees="", assured_date="2026-09-01"), second(fees="£6 a meal"))
    kept, hidden = queries.services([documents.SERVICE_ID, OTHER])
    assert (kept.fees, hidden.closed) == ("£6 a meal", True)
    take(tmp_path, documents.service(fees="", assured_date="2026-09-02"), second(fees="£6 a meal"))
    assert queries.services([documents.SERVICE_ID])[0].fees == "£6 a meal"


def test_one_that_its_own_source_drops_stays_while_the_other_source_lists_it(
    proposal: int, tmp_path: Path
) -> None:
    decide("merge", proposal, keep=documents.SERVICE_ID)
    take(tmp_path, second())
    assert not queries.services([documents.SERVICE_ID])[0].closed
    take(tmp_path, documents.service(id="88888888-0000-4000-8000-000000000001"))
    assert queries.services([documents.SERVICE_ID])[0].closed


def test_kept_apart_are_not_proposed_again_until_that_is_undone(proposal: int) -> None:
    decide("keep_apart", proposal)
    with acting_as(JOB):
        assert merging.propose(by=JOB, on=ON) == 0
    assert proposal not in [each.number for each in desk.pairs(Pair.OPEN)]
    decide("undo", proposal)
    assert proposal in [each.number for each in desk.pairs(Pair.OPEN)]


def test_what_is_alike_no_more_is_forgotten(proposal: int, tmp_path: Path) -> None:
    take(tmp_path, documents.service(), second(name="Chess", contacts=[], service_at_locations=[]))
    with acting_as(JOB):
        merging.propose(by=JOB, on=ON)
    assert not Proposal.objects.filter(pk=proposal).exists()


@pytest.mark.parametrize(
    ("what", "more", "code"),
    [
        ("merge", {"keep": "LARK0001"}, "keep_which"),
        ("undo", {}, "decided_already"),
        ("keep_apart", {"version": 99}, "stale"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(
    proposal: int, what: str, more: dict[str, Any], code: str
) -> None:
    before = everything()
    with pytest.raises(Refused) as refused:
        decide(what, proposal, **more)
    assert refused.value.code == code
    assert everything() == before


def test_two_editors_at_once_do_not_both_decide(proposal: int) -> None:
    decide("keep_apart", proposal)
    with pytest.raises(Refused):
        decide("merge", proposal, keep=OTHER)
    assert issubclass(Stale, Refused)
