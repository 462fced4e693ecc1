"""What holds of the rules whatever is put to them."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.rules import closing, reply, telling
from onward.vocabulary.contact import Grounds, Outcome, Wish

proposals = st.builds(
    closing.Proposal,
    outcome=st.none() | st.sampled_from(Outcome),
    grounds=st.frozensets(st.sampled_from(Grounds)),
    reason=st.text(max_size=5),
    services=st.lists(st.sampled_from("ab"), max_size=2).map(tuple),
    person_known=st.booleans(),
    as_carer=st.booleans(),
    passed_to=st.sampled_from(["", " ", "Larkmoor Homes"]),
)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
holidays = st.frozensets(days, max_size=30)


@given(proposals)
def test_nothing_closes_with_advice_without_grounds_and_a_reason(proposal: closing.Proposal) -> None:
    if proposal.outcome is Outcome.ADVICE and not closing.missing(proposal):
        assert Grounds.NO_APPEARANCE_OF_NEED in proposal.grounds
        assert proposal.reason.strip()


@given(proposals)
def test_a_safeguarding_concern_waits_for_nothing_but_words(proposal: closing.Proposal) -> None:
    if proposal.outcome is Outcome.SAFEGUARDING and not proposal.services:
        assert set(closing.missing(proposal)) <= {closing.Missing.REASON}


@given(proposals)
def test_urgent_help_waits_for_nothing_but_words(proposal: closing.Proposal) -> None:
    if proposal.outcome is Outcome.URGENT:
        assert set(closing.missing(proposal)) <= {closing.Missing.REASON}


@given(proposals)
def test_saying_more_never_makes_a_decision_harder(proposal: closing.Proposal) -> None:
    more = replace(proposal, grounds=frozenset(Grounds), person_known=True, passed_to="Larkmoor Homes")
    assert set(closing.missing(more)) <= set(closing.missing(proposal))


@given(st.booleans(), st.booleans())
def test_safeguarding_is_never_told(for_another: bool, other_agrees: bool) -> None:
    told = telling.told(Outcome.SAFEGUARDING, for_another=for_another, other_agrees=other_agrees)
    assert told == telling.Told(outcome=False, reason=False)


@given(st.sampled_from(Wish), days, st.integers(0, 10), st.integers(0, 10), holidays)
def test_the_promised_day_is_the_one_found_by_counting(
    wish: Wish, asked_on: date, ring: int, otherwise: int, free: frozenset[date]
) -> None:
    by = reply.reply_by(wish, asked_on, reply.ReplyAims(ring=ring, otherwise=otherwise), free)
    between = [asked_on + timedelta(days=n) for n in range(1, (by - asked_on).days + 1)]
    worked = [day for day in between if day.isoweekday() not in (6, 7) and day not in free]
    assert len(worked) == (ring if wish is Wish.RING else otherwise)
    assert not worked or worked[-1] == by
