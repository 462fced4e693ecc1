"""What a person is told by itself about their request: by the way they chose, or not at all."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import override_settings

from onward.casework.answering import actions as answering
from onward.casework.answering.forms import NEEDS
from onward.casework.messages import queries as outbox
from onward.casework.messages.queries import MessageSeen
from onward.gateways.notify.fake.service import FakeNotify
from onward.journey.contact import queries
from onward.records.principal import acting_as
from onward.rules.contacting import Held
from onward.vocabulary.contact import Outcome, Wish
from onward.vocabulary.messages import Channel, Format, Problem, State
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db

Said = dict[str, tuple[str, ...]]
Pages = dict[str, Said]
BY_TEXT: Said = {"contact-by": ("text",), "mobile": ("07700 900 001",)}
BY_EMAIL: Said = {"contact-by": ("email",), "email": ("hana@example.org",)}
BY_LETTER: Said = {"contact-by": ("letter",), "address": ("1 Made-up Row\nLarkmoor",)}
FOR_ANOTHER: Pages = {
    "about": {"who": ("someone",)},
    "asker": {"asker-name": ("Hana Quietly",), "asker-relation": ("family",), "asker-helps": ("often",)},
    "them": {"them-given": ("Vera",), "them-family": ("Quietly",)},
}


def ask(safe: Said, **more: Any) -> UUID:
    return world.ask_for_help(**{"safe": safe, **more})


def ask_for_another(knows: str, safe: Said) -> UUID:
    case = world.begin()
    asker = {**FOR_ANOTHER["asker"], "asker-knows": (knows,)}
    help_ = world.MARYS_ANSWERS["help"]
    world.answer(case, {**FOR_ANOTHER, "asker": asker, "help": help_, "safe": safe})
    return world.send(case)


def tell_more(case: UUID, given: Said) -> None:
    """Some of the self-assessment."""
    by = Principal.resident(case)
    told: dict[str, Any] = {"case": case, "name": NEEDS, "keep_months": 12, "by": by, "on": world.TODAY}
    with acting_as(by):
        answering.begin(**told, key=uuid4())
        answering.answer(**told, page="", given=given, version=1)


def messages(case: UUID) -> list[MessageSeen]:
    """The oldest first."""
    with acting_as(world.staff("ewa")):
        return outbox.of_case(case)[::-1]


@pytest.mark.parametrize(
    ("safe", "channel", "to"),
    [
        (BY_TEXT, Channel.TEXT, "07700 900 001"),
        (BY_EMAIL, Channel.EMAIL, "hana@example.org"),
        (BY_LETTER, Channel.LETTER, "Mary Windlebrook\n1 Made-up Row\nLarkmoor\nQQ1 5LR"),
    ],
)
def test_who_asked_is_told_that_we_have_it_by_the_way_they_chose(
    fake: FakeNotify, safe: Said, channel: Channel, to: str
) -> None:
    case = ask(safe)
    (told,) = messages(case)
    assert (told.template, told.channel, told.to, told.state) == (
        "request-received", channel, to, State.WAITING,
    )  # fmt: skip
    assert world.reference_of(case) in told.body
    assert "24 November 2026" in told.body
    assert "https://help.example.org/request/" in told.body


@pytest.mark.parametrize(
    "safe",
    [
        {"contact-by": ("phone",), "phone": ("01632 960 001",), "message": ("yes",)},
        {"contact-by": ("none",)},
    ],
)
def test_who_asked_for_a_call_or_for_nothing_gets_nothing(fake: FakeNotify, safe: Said) -> None:
    case = ask(safe)
    world.decide(case)
    assert messages(case) == []


def test_who_asks_to_be_rung_gets_nothing_on_their_phone(fake: FakeNotify) -> None:
    case = world.begin(wish=Wish.RING)
    world.answer(case, {"ring": {"ring-phone": ("07700 900 001",), "ring-message": ("yes",)}})
    world.send(case)
    assert messages(case) == []


def test_words_about_safety_hold_it_until_somebody_has_read_them(fake: FakeNotify) -> None:
    case = ask({**BY_EMAIL, "safe-words": ("He reads my phone.",)})
    world.decide(case)
    assert [each.held_because for each in messages(case)] == [(Held.NEEDS_A_LOOK,)] * 2


def test_without_an_account_a_letter_is_still_printed_here_and_nothing_else_is_written() -> None:
    assert messages(ask(BY_EMAIL)) == []
    assert [each.state for each in messages(ask(BY_LETTER))] == [State.TO_PRINT]


def test_an_address_that_cannot_be_one_keeps_nobody_from_asking() -> None:
    nowhere = {"me-given": ("Mary",), "me-family": ("Windlebrook",)}
    (told,) = messages(ask({"contact-by": ("letter",), "address": ("The blue house",)}, me=nowhere))
    assert (told.state, told.problem) == (State.FAILED, Problem.BAD_ADDRESS)
    assert told.to == "Mary Windlebrook\nThe blue house"


def test_a_text_and_an_email_say_only_that_there_is_an_answer(fake: FakeNotify) -> None:
    case = ask(BY_EMAIL)
    world.decide(case, reason="You manage well.")
    told = messages(case)[-1]
    assert told.template == "decision-made"
    assert "manage" not in told.body
    assert "https://help.example.org/request/" in told.body


def test_a_letter_says_what_was_decided_why_and_how_to_say_that_it_is_wrong() -> None:
    case = ask(BY_LETTER)
    with acting_as(world.staff("ada")):
        services = tuple(each.service_id for each in queries.services_for(case)[:1])
    world.decide(case, reason="You manage well.\n\nAnd you asked for company.", services=services)
    told = messages(case)[-1]
    assert "We have some advice" in told.body
    assert "You manage well.\n\nAnd you asked for company." in told.body
    assert "If you think this is wrong" in told.body
    assert "\n- " in told.body


@pytest.mark.parametrize("safe", [BY_EMAIL, BY_LETTER])
def test_nothing_that_is_sent_says_anything_of_safeguarding(fake: FakeNotify, safe: Said) -> None:
    case = ask(safe)
    world.decide(case, Outcome.SAFEGUARDING, grounds=frozenset(), reason="Her son takes her money.")
    said = f"{messages(case)[-1].subject} {messages(case)[-1].body}".lower()
    for word in ("safeguard", "son", "money", "abuse", "concern"):
        assert word not in said


def test_the_letter_about_a_concern_and_the_one_to_who_asked_behind_somebodys_back_are_the_same() -> None:
    concern, behind = (
        ask(BY_LETTER),
        ask_for_another("unaware", BY_LETTER | {"address": ("1 Row, X, QQ1 5LR",)}),
    )
    world.decide(concern, Outcome.SAFEGUARDING, grounds=frozenset(), reason="Her son takes her money.")
    world.decide(behind, reason="She manages well.")
    texts = {messages(each)[-1].body.replace(world.reference_of(each), "") for each in (concern, behind)}
    assert len(texts) == 1
    assert "manages" not in texts.pop()


def test_who_asks_with_the_others_agreement_is_written_to_by_their_own_name() -> None:
    case = ask_for_another("agrees", BY_LETTER | {"address": ("1 Made-up Row, Larkmoor, QQ1 5LR",)})
    (told,) = messages(case)
    assert told.to == "Hana Quietly\n1 Made-up Row\nLarkmoor\nQQ1 5LR"


def test_a_decision_that_is_made_again_is_told_again() -> None:
    case = ask(BY_LETTER)
    world.decide(case, reason="First.")
    world.question(case)
    world.decide(case, reason="Second.")
    assert ["First." in each.body for each in messages(case)] == [False, True, False]
    assert "Second." in messages(case)[-1].body


@pytest.mark.parametrize(
    ("talk", "format_", "unmet"),
    [
        ({"formats": ("large-print",)}, Format.LARGE_PRINT, ()),
        ({"formats": ("easy-read", "large-print")}, Format.EASY_READ, ()),
        ({"formats": ("braille",), "language": ("Polish",)}, Format.PLAIN, ("pl", "braille")),
        ({"language": ("Klingon",)}, Format.PLAIN, ("Klingon",)),
        ({"language": ("English",)}, Format.PLAIN, ()),
    ],
)
def test_how_they_read_is_honoured_and_what_we_lack_is_kept(
    talk: Said, format_: Format, unmet: tuple[str, ...]
) -> None:
    case = ask(BY_LETTER)
    tell_more(case, {"who": ("me",), "talk-hard": ("english", "reading"), **talk})
    world.decide(case)
    told = messages(case)[-1]
    assert (told.format, told.not_as_asked, told.language) == (format_, unmet, "en")


def test_what_is_sent_says_where_this_site_is_found() -> None:
    with override_settings(ONWARD_ADDRESS="https://other.example.org"):
        assert "https://other.example.org/request/" in messages(ask(BY_LETTER))[0].body
