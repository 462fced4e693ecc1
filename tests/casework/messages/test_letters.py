"""A letter: on paper, to whom, by whom it is printed, and that safe contact binds it like everything else."""

import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader

from onward.casework.messages import actions, queries
from onward.casework.messages.letter import printed
from onward.casework.messages.queries import MessageSeen
from onward.gateways.notify.fake.service import FakeNotify
from onward.policy.councils import council
from onward.policy.letters import Window, window
from onward.records import queries as records
from onward.records.action import action
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.rules.contacting import Held, SafeContact
from onward.vocabulary.messages import Channel, ContactBy, Format, Problem, State
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.messages.letters import MARY, Made
from tests.casework.messages.post import SAID, Worker, queue, seen

LARKMOOR = council("larkmoor")
NOTIFY = window("larkmoor")
LONG = "\n".join([*(f"{number} Long and Winding Made-up Place Name"[:40] for number in range(6)), "QQ1 5LR"])
BY_LETTER = SafeContact(contact_by=ContactBy.LETTER)
MM = 72 / 25.4
LETTER = Made()


def read(letter: Made | MessageSeen = LETTER, place: Window = NOTIFY) -> PdfReader:
    return PdfReader(io.BytesIO(printed(letter, council=LARKMOOR, window=place)))


def text_of(made: PdfReader) -> str:
    return "\n".join(each.extract_text() for each in made.pages)


def places(made: PdfReader) -> dict[str, tuple[float, float]]:
    """Where each piece of text begins on the first page, in millimetres from its left and upper edges."""
    found: dict[str, tuple[float, float]] = {}

    def note(text: str, cm: list[float], tm: list[float], _font: Any, _size: Any) -> None:
        if text.strip():
            x, y = (tm[4] * cm[each] + tm[5] * cm[each + 2] + cm[each + 4] for each in (0, 1))
            found.setdefault(text.strip(), (x / MM, 297 - y / MM))

    made.pages[0].extract_text(visitor_text=note)
    return found


def write(case: UUID, **changed: Any) -> UUID:
    said = {name: SAID[name] for name in ("council", "reference", "reply_by", "address")}
    asked: dict[str, Any] = {
        "channel": Channel.LETTER,
        "to": MARY,
        "personalisation": said,
        "safe_contact": BY_LETTER,
    }
    return queue(case, **(asked | changed))


def test_it_names_its_language_and_title_and_is_tagged() -> None:
    made = read()
    assert made.metadata and made.metadata.title == "Our answer"
    root: Any = made.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    tags = str(root["/StructTreeRoot"].get_object())
    assert "/Document" in tags or root["/StructTreeRoot"]["/K"]


def test_it_says_who_writes_to_whom_and_when() -> None:
    text = text_of(read())
    for each in (*MARY.splitlines(), LARKMOOR.name, *LARKMOOR.address, "20 November 2026", "01632 960 100"):
        assert each in text


def test_it_says_how_to_have_it_in_another_way() -> None:
    assert "Braille or another language" in text_of(read())


def test_what_is_said_is_never_markup() -> None:
    assert "*#bold* $x$ \\ @see" in text_of(read())


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("to", [MARY, LONG])
def test_the_address_stands_within_the_window_and_nothing_else_does(form: Format, to: str) -> None:
    found = places(read(replace(Made(), to=to, format=form)))
    inside = {
        text
        for text, (x, y) in found.items()
        if NOTIFY.left - 1 <= x <= NOTIFY.left + NOTIFY.width
        and NOTIFY.top - 1 <= y <= NOTIFY.top + NOTIFY.height + 1
    }
    assert inside == set(to.splitlines())


def test_the_letter_itself_begins_where_notify_lets_it() -> None:
    found = places(read())
    assert all(x >= 125 for text, (x, y) in found.items() if text in LARKMOOR.address[:2])
    assert found["20 November 2026"][1] >= 95


def test_a_council_whose_envelopes_show_another_place_says_so() -> None:
    lower = Window(left=20, top=57, width=85, height=24)
    assert places(read(place=lower))["Mary Windlebrook"][1] >= 57


def test_large_print_is_large_throughout() -> None:
    large, plain = (read(replace(Made(), format=each)) for each in (Format.LARGE_PRINT, Format.PLAIN))
    sizes: list[float] = []
    large.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append(size) if text.strip() else None
    )
    assert min(sizes) >= 16
    assert places(large)["20 November 2026"] != places(plain)["20 November 2026"]


def test_a_letter_that_no_font_has_is_a_sign_and_not_a_fault() -> None:
    assert "�" in text_of(read(replace(Made(), body="李")))


@pytest.mark.django_db
def test_where_the_service_prints_no_letters_it_waits_for_us_to_print_it() -> None:
    message = write(world.ask_for_help())
    assert seen(message).state is State.TO_PRINT
    assert seen(message).to == MARY
    with acting_as(world.staff("ewa")):
        assert "20 November 2026" in text_of(PdfReader(io.BytesIO(queries.letter(seen(message)))))


@pytest.mark.django_db
def test_who_posts_it_says_so_once() -> None:
    message, ewa = write(world.ask_for_help()), world.staff("ewa")
    told: dict[str, Any] = {"message": message, "by": ewa, "on": world.TODAY, "at": world.NOON}
    with acting_as(ewa):
        with pytest.raises(Stale):
            actions.note_posted(version=7, **told)
        actions.note_posted(version=1, **told)
        with pytest.raises(Refused):
            actions.note_posted(version=2, **told)
        kinds = [each.kind for each in records.events([seen(message).case]) if "message" in each.kind]
    posted = seen(message)
    assert (posted.state, posted.posted_by, posted.posted_on) == (State.SENT, str(ewa), world.TODAY)
    assert kinds == ["message.queued", "message.posted"]


def test_where_the_service_prints_letters_it_is_handed_over_as_it_is(
    worker: Worker, fake: FakeNotify
) -> None:
    message = write(world.ask_for_help(), format=Format.LARGE_PRINT)
    worker.work()
    (taken,) = fake.notifications
    assert (taken["type"], taken["reference"]) == ("letter", str(message))
    assert "Mary Windlebrook" in text_of(PdfReader(io.BytesIO(fake.pdfs[taken["id"]])))
    assert (seen(message).state, seen(message).format) == (State.SENT, Format.LARGE_PRINT)
    worker.run_periodic("messages.hear")
    assert seen(message).arrived_at


def test_a_letter_that_we_posted_is_not_asked_for(worker: Worker, fake: FakeNotify) -> None:
    fake.letters = False
    message, ewa = (
        write(world.ask_for_help(), safe_contact=replace(BY_LETTER, words=True)),
        world.staff("ewa"),
    )
    assert seen(message).state is State.HELD
    worker.as_owner("UPDATE outbox_message SET state = 'to_print', held_because = '[]'")
    with acting_as(ewa):
        actions.note_posted(message=message, version=1, by=ewa, on=world.TODAY, at=world.NOON)
    worker.run_periodic("messages.hear")
    assert fake.requests == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "because"),
    [
        (BY_LETTER, ()),
        (SafeContact(contact_by=ContactBy.EMAIL), (Held.OTHER_WAY,)),
        (SafeContact(contact_by=ContactBy.NONE), (Held.NO_CONTACT,)),
        (SafeContact(), (Held.NOT_SAID,)),
        (replace(BY_LETTER, words=True), (Held.NEEDS_A_LOOK,)),
    ],
)
def test_a_letter_obeys_safe_contact(said: SafeContact, because: tuple[Held, ...]) -> None:
    assert seen(write(world.ask_for_help(), safe_contact=said)).held_because == because


@pytest.mark.django_db
def test_a_letter_that_somebody_looked_at_goes_to_be_printed() -> None:
    message, ewa = (
        write(world.ask_for_help(), safe_contact=replace(BY_LETTER, words=True)),
        world.staff("ewa"),
    )
    with acting_as(ewa):
        actions.release(message=message, version=1, by=ewa, on=world.TODAY)
    assert seen(message).state is State.TO_PRINT


@pytest.mark.django_db
def test_a_letter_to_print_is_held_when_its_way_turns_out_not_to_be_safe() -> None:
    case = world.ask_for_help()
    message, mary = write(case), Principal.resident(case)

    @action
    def change_their_mind(*, by: Principal, on: date) -> None:
        actions.judge_again(case=case, safe_contact=SafeContact(ContactBy.NONE), by=by, on=on)

    with acting_as(mary):
        change_their_mind(by=mary, on=world.TODAY)
    assert (seen(message).state, seen(message).held_because) == (State.HELD, (Held.NO_CONTACT,))


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["", "Mary", "Mary\nLarkmoor", "Mary\n1 Made-up Row\nLarkmoor", "QQ1 5LR"])
def test_what_is_no_address_is_said_to_whoever_typed_it(to: str) -> None:
    with pytest.raises(Refused, match="the postcode last"):
        write(world.ask_for_help(), to=to)


@pytest.mark.django_db
def test_what_nobody_is_there_to_put_right_shows_as_failed_and_is_sent_again() -> None:
    failed, ewa = write(world.ask_for_help(), to="1 Made-up Row", typed_now=False), world.staff("ewa")
    assert (seen(failed).state, seen(failed).problem) == (State.FAILED, Problem.BAD_ADDRESS)
    with acting_as(ewa):
        again = actions.send_again(message=failed, to=MARY, version=1, key=uuid4(), by=ewa, on=world.TODAY)
    assert (seen(again).state, seen(again).to) == (State.TO_PRINT, MARY)


@pytest.mark.django_db
def test_a_reason_keeps_its_lines_and_brings_no_heading_of_its_own() -> None:
    said = {"council": "Larkmoor Council", "reference": "7F3K-92QX", "address": "https://help.example.org/"}
    said |= {"outcome": "We have advice.", "services": "- A club", "reason": "First.\n\n# Second ((code))"}
    body = seen(write(world.ask_for_help(), template="decision-made", personalisation=said)).body
    assert "First.\n\nSecond ( (code))" in body


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ({"language": "pl"}, ("pl",)),
        ({"format": Format.LARGE_PRINT, "unmet": ("braille",)}, ("braille",)),
        ({"format": Format.EASY_READ}, ()),
    ],
)
def test_what_there_are_no_words_for_is_kept_with_the_letter(
    asked: dict[str, Any], missing: tuple[str, ...]
) -> None:
    assert seen(write(world.ask_for_help(), **asked)).not_as_asked == missing


def test_a_service_that_is_down_for_an_hour_loses_no_letter(worker: Worker, fake: FakeNotify) -> None:
    message, fake.trouble = write(world.ask_for_help()), 503
    worker.work()
    assert (seen(message).state, seen(message).problem) == (State.WAITING, Problem.DOWN)
    fake.trouble = None
    worker.later(timedelta(hours=1))
    worker.work()
    assert seen(message).state is State.SENT
    assert [each["reference"] for each in fake.notifications] == [str(message)]
