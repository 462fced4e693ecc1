"""What people answer is saved, come back to, offered again by its meaning, and sent without what does not apply."""

from contextlib import nullcontext
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from onward.casework.answering import actions, queries, reaching
from onward.casework.answering.forms import FIRST_CONTACT, NEEDS
from onward.casework.answering.seen import Filling
from onward.casework.messages import actions as messages
from onward.casework.messages import queries as outbox
from onward.journey.contact import actions as contacts
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.records import queries as records
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.vocabulary import messages as words
from onward.vocabulary.contact import Channel, Wish
from onward.vocabulary.dates import months_later
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db


def begin_needs(case: UUID, by: Principal) -> Filling:
    with acting_as(by):
        actions.begin(case=case, name=NEEDS, keep_months=12, key=uuid4(), by=by, on=world.TODAY)
    return needs(case, by)


def needs(case: UUID, by: Principal) -> Filling:
    with acting_as(by):
        found = queries.filling(case, NEEDS)
    assert found
    return found


def key_of(filling: Filling, meaning: str) -> str:
    """The first question with this meaning that applies."""
    return next(item.link_id for item in filling.form.walk() if item.meaning == meaning)


def page_of(filling: Filling, key: str) -> str:
    return next(page.link_id for page in filling.form.items if key in {item.link_id for item in page.walk()})


def answer(filling: Filling, given: Answers, by: Principal, *, version: int | None = None) -> None:
    with acting_as(by):
        actions.answer(
            case=filling.case,
            name=NEEDS,
            page=page_of(filling, next(iter(given))),
            given=given,
            version=filling.version if version is None else version,
            keep_months=12,
            by=by,
            on=world.TODAY,
        )


def test_what_was_told_is_offered_with_when_and_by_whom() -> None:
    case = world.ask_for_help()
    mary = Principal.resident(case)
    filling = begin_needs(case, mary)
    with acting_as(mary):
        told = queries.told(filling)
    (fact,) = told[key_of(filling, "person-given-name")]
    assert (fact.values, fact.said_on, fact.by, fact.own) == (("Mary",), world.TODAY, str(mary), True)
    assert filling.answers == {} or "Mary" not in str(filling.answers)  # offered, not taken for granted


def test_it_becomes_an_answer_when_it_is_confirmed_and_says_where_it_came_from() -> None:
    case = world.ask_for_help()
    mary = Principal.resident(case)
    filling = begin_needs(case, mary)
    given_name = key_of(filling, "person-given-name")
    with acting_as(mary):
        actions.confirm(
            case=case,
            name=NEEDS,
            keys=[given_name],
            version=filling.version,
            keep_months=12,
            by=mary,
            on=world.TODAY,
        )
        now = queries.filling(case, NEEDS)
        assert now
        assert now.answers[given_name] == ("Mary",)
        assert queries.confirmed(now) == {given_name}
        (step,) = [each for each in queries.changes(now) if each.key == given_name]
    assert step.taken_from
    assert step.taken_from.questionnaire.endswith(FIRST_CONTACT)


def test_what_was_told_differently_is_all_shown_and_none_of_it_confirmed() -> None:
    earlier = world.ask_for_help()
    person = world.match_new(earlier)
    moved = {**world.MARYS_ANSWERS["me"], "me-postcode": ("QQ2 2AA",)}
    case = world.ask_for_help(me=moved)
    ada = world.staff("ada")
    with acting_as(ada):
        version = world.request_of(case).version
        contacts.match(case=case, person=person, version=version, by=ada, on=world.TODAY)
    filling = begin_needs(case, ada)
    postcode = key_of(filling, "person-postcode")
    with acting_as(ada):
        told = queries.told(filling)
    assert {each.values for each in told[postcode]} == {("QQ2 2AA",), ("QQ1 5LR",)}
    assert postcode not in queries.agreed(filling, told)
    assert key_of(filling, "person-given-name") in queries.agreed(filling, told)


def test_a_resident_is_offered_only_what_was_told_in_their_own_request() -> None:
    earlier = world.ask_for_help()
    person = world.match_new(earlier)
    case = world.ask_for_help(me={**world.MARYS_ANSWERS["me"], "me-postcode": ("QQ2 2AA",)})
    ada, mary = world.staff("ada"), Principal.resident(case)
    with acting_as(ada):
        version = world.request_of(case).version
        contacts.match(case=case, person=person, version=version, by=ada, on=world.TODAY)
    filling = begin_needs(case, mary)
    with acting_as(mary):
        told = queries.told(filling)
    assert all(fact.own for found in told.values() for fact in found)


def test_what_is_about_one_request_is_not_offered_in_another() -> None:
    earlier = world.ask_for_help()
    world.match_new(earlier)
    ada = world.staff("ada")
    with acting_as(ada):
        case = contacts.begin_for(
            case=uuid4(),
            wish=Wish.ADVICE,
            channel=Channel.TELEPHONE,
            received_on=world.TODAY,
            council=world.COUNCIL,
            key=uuid4(),
            by=ada,
            on=world.TODAY,
        )
        filling = queries.filling(case, FIRST_CONTACT)
        assert filling
        assert queries.told(filling) == {}  # nobody has said yet whose request it is


def test_an_answer_that_no_longer_applies_is_kept_until_sent_and_then_dropped() -> None:
    case = world.begin()
    world.answer(case, world.MARYS_ANSWERS)
    asks: dict[str, dict[str, tuple[str, ...]]] = {
        "about": {"who": ("someone",)},
        "asker": {"asker-name": ("Ben",), "asker-relation": ("family",), "asker-knows": ("agrees",)},
        "them": {"them-given": ("Mary",), "them-family": ("Windlebrook",)},
    }
    world.answer(case, asks)
    assert world.answers_of(case)["me-given"] == ("Mary",)
    world.send(case)
    assert "me-given" not in world.answers_of(case)
    with acting_as(world.staff("ada")):
        asked = queries.filling(case, FIRST_CONTACT)
        assert asked
        last = {each.key: each for each in queries.changes(asked)}
        (sent,) = [each for each in records.events([case]) if each.kind == "response.sent"]
    assert last["me-given"].dropped
    assert sent.details["dropped"] == 4


def test_what_is_typed_is_kept_for_its_writer_and_is_no_answer() -> None:
    case = world.begin()
    mary = Principal.resident(case)
    with acting_as(mary):
        actions.keep_typed(
            case=case,
            name=FIRST_CONTACT,
            page="help",
            typed={"words": ["I fell and"]},
            by=mary,
            on=world.TODAY,
        )
        filling = queries.filling(case, FIRST_CONTACT)
    assert filling
    assert filling.typed == {"help": {"words": ["I fell and"]}}
    assert "words" not in filling.answers
    world.answer(case, {"help": {"needs": ("lonely",), "words": ("I fell and nobody came.",)}})
    with acting_as(mary):
        saved = queries.filling(case, FIRST_CONTACT)
    assert saved
    assert saved.typed == {}


def test_what_is_typed_may_be_long_but_not_without_end() -> None:
    case = world.begin()
    mary = Principal.resident(case)
    with acting_as(mary), pytest.raises(Refused, match="too long to keep"):
        actions.keep_typed(
            case=case,
            name=FIRST_CONTACT,
            page="help",
            typed={"words": ["a" * (actions.MOST_TYPED + 1)]},
            by=mary,
            on=world.TODAY,
        )


@pytest.mark.parametrize(("late", "refused"), [(-1, False), (0, True), (400, True)])
def test_a_form_is_kept_for_as_long_as_policy_says_and_no_longer(late: int, refused: bool) -> None:
    case = world.begin()
    mary = Principal.resident(case)
    on = months_later(world.TODAY, world.COUNCIL.keep_drafts_months) + timedelta(days=late)
    with acting_as(mary):
        filling = queries.filling(case, FIRST_CONTACT)
        assert filling
        told = pytest.raises(Refused, match="kept until 20 November 2027") if refused else nullcontext()
        with told:
            actions.answer(
                case=case,
                name=FIRST_CONTACT,
                page="about",
                given={"who": ("me",)},
                version=filling.version,
                keep_months=12,
                by=mary,
                on=on,
            )
        after = queries.filling(case, FIRST_CONTACT)
    assert after
    assert after.keep_until == (filling.keep_until if refused else date(2028, 11, 19))


def test_two_who_write_at_once_do_not_lose_each_others_words() -> None:
    case = world.ask_for_help()
    mary, ada = Principal.resident(case), world.staff("ada")
    filling = begin_needs(case, mary)
    key = key_of(filling, "person-given-name")
    answer(filling, {key: ("Mary",)}, ada)
    with pytest.raises(Stale):
        answer(filling, {key: ("Maria",)}, mary)


def test_every_answer_says_who_gave_it() -> None:
    case = world.ask_for_help()
    mary, ada = Principal.resident(case), world.staff("ada")
    filling = begin_needs(case, mary)
    key = key_of(filling, "person-given-name")
    answer(filling, {key: ("Maria",)}, mary)
    answer(needs(case, mary), {key: ("Mary",)}, ada)
    with acting_as(ada):
        steps = [each for each in queries.changes(needs(case, ada)) if each.key == key]
    assert [(each.values, each.by) for each in steps] == [(("Maria",), str(mary)), (("Mary",), str(ada))]


def test_a_message_that_waits_is_held_when_its_way_turns_out_not_to_be_safe() -> None:
    case = world.begin()
    mary = Principal.resident(case)
    with acting_as(mary):
        message = messages.queue(
            case=case,
            template="save-and-return",
            channel=words.Channel.TEXT,
            to="07700 900 123",
            personalisation={"council": "Larkmoor", "reference": "R", "address": "A", "until": "U"},
            safe_contact=reaching.said(*_first_contact(case)),
            council="larkmoor",
            asked_now=True,
            key=uuid4(),
            by=mary,
            on=world.TODAY,
        )
        written = outbox.message(message)
        assert written
        assert written.state is words.State.WAITING
    world.answer(case, {page: world.MARYS_ANSWERS[page] for page in ("about", "help", "me")})
    world.answer(case, {"safe": {"contact-by": ("phone",), "phone": ("07700 900 123",), "message": ("no",)}})
    with acting_as(mary):
        now = outbox.message(message)
    assert now
    assert now.state is words.State.HELD


def _first_contact(case: UUID) -> tuple[Questionnaire, Answers]:
    found = queries.filling(case, FIRST_CONTACT)
    assert found
    return found.form, found.answers
