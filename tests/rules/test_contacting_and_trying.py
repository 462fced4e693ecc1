"""Messages: whether one may go, and when to try again. The sentences are in `contacting.yaml`."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onward.rules.contacting import Caution, Held, SafeContact, cautions, held, needs_only_a_look
from onward.rules.trying import pause
from onward.vocabulary.messages import Channel, ContactBy

SENTENCES = yaml.safe_load((Path(__file__).parent / "contacting.yaml").read_text(encoding="utf-8"))
said = st.builds(
    SafeContact,
    contact_by=st.none() | st.sampled_from(ContactBy),
    message_safe=st.none() | st.booleans(),
    words=st.booleans(),
)
channels = st.sampled_from(Channel)


@pytest.mark.parametrize("case", SENTENCES, ids=[each["sentence"] for each in SENTENCES])
def test_whether_a_message_may_go(case: dict[str, Any]) -> None:
    told, message = dict(case["said"]), dict(case["message"])
    if "contact_by" in told:
        told["contact_by"] = ContactBy(told["contact_by"])
    found = held(
        SafeContact(**told),
        Channel(message["channel"]),
        asked_now=message.get("asked_now", False),
        **({"carries_code": True} if message.get("carries_code") else {}),
    )
    assert [each.value for each in found] == case["held"]


@given(said, channels, st.booleans(), st.booleans())
def test_nothing_goes_to_somebody_who_wants_no_contact(
    told: SafeContact, channel: Channel, asked_now: bool, carries_code: bool
) -> None:
    if told.contact_by is ContactBy.NONE:
        assert Held.NO_CONTACT in held(told, channel, asked_now=asked_now, carries_code=carries_code)


@given(said, channels, st.booleans(), st.booleans())
def test_words_are_always_read_first(
    told: SafeContact, channel: Channel, asked_now: bool, carries_code: bool
) -> None:
    found = held(told, channel, asked_now=asked_now, carries_code=carries_code)
    assert (Held.NEEDS_A_LOOK in found) is told.words


@given(said, channels, st.booleans())
def test_asking_now_never_holds_what_would_go_anyway(
    told: SafeContact, channel: Channel, carries: bool
) -> None:
    unasked = set(held(told, channel, asked_now=False, carries_code=carries))
    assert set(held(told, channel, asked_now=True, carries_code=carries)) <= unasked


@given(said, st.booleans())
def test_unasked_a_message_goes_by_one_way_at_most(told: SafeContact, carries: bool) -> None:
    ways = [each for each in Channel if not held(told, each, asked_now=False, carries_code=carries)]
    assert len(ways) <= 1
    assert all(each.value == told.contact_by for each in ways)


@pytest.mark.parametrize(
    ("reasons", "enough"),
    [
        ((Held.NEEDS_A_LOOK,), True),
        ((Held.OTHER_WAY,), False),
        ((Held.OTHER_WAY, Held.NEEDS_A_LOOK), False),
        ((), False),
    ],
)
def test_a_look_is_enough_only_where_nothing_else_is_missing(reasons: tuple[Held, ...], enough: bool) -> None:
    assert needs_only_a_look(reasons) is enough


def _pauses() -> list[timedelta]:
    found: list[timedelta] = []
    while (wait := pause(len(found) + 1)) is not None:
        found.append(wait)
    return found


def test_the_first_try_again_is_soon() -> None:
    assert pause(1) == timedelta(minutes=1)


def test_the_pauses_grow() -> None:
    assert _pauses() == sorted(set(_pauses()))


def test_a_service_may_be_down_for_a_day_and_not_for_ever() -> None:
    assert timedelta(hours=24) <= sum(_pauses(), timedelta()) <= timedelta(hours=48)


def test_somebody_waits_for_hours_at_most_once_the_service_is_well_again() -> None:
    assert max(_pauses()) <= timedelta(hours=8)


@pytest.mark.parametrize(
    ("said", "warns"),
    [
        (SafeContact(), ()),
        (SafeContact(contact_by=ContactBy.EMAIL, message_safe=True), ()),
        (SafeContact(contact_by=ContactBy.NONE), (Caution.DO_NOT_CONTACT,)),
        (SafeContact(contact_by=ContactBy.PHONE, message_safe=False), (Caution.NO_MESSAGES,)),
        (SafeContact(contact_by=ContactBy.EMAIL, words=True), (Caution.READ_FIRST,)),
        (SafeContact(ContactBy.NONE, message_safe=False, words=True), tuple(Caution)),
    ],
)
def test_whoever_would_reach_them_is_warned(said: SafeContact, warns: tuple[Caution, ...]) -> None:
    assert cautions(said) == warns
