"""What a service sees that was told of somebody, and how it answers, without an account."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from onward.records.models import Look
from onward.records.principal import acting_as
from onward.vocabulary.introductions import State
from tests import world
from tests.casework.introducing.agreeing import introduce, seen, take_back, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(club: str) -> UUID:
    return introduce(world.ask_for_help(), club)


def text(answer: object) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())  # type: ignore[attr-defined]


def say(made: UUID, said: str, **told: str) -> object:
    given = {"key": str(uuid4()), "answer": said, "weeks": "", "words": ""} | told
    return Client().post(f"/partners/{token(made)}/", given)


def test_it_shows_what_was_agreed_and_nothing_else(made: UUID) -> None:
    page = text(Client().get(f"/partners/{token(made)}/"))
    for told in ("Mary", "Ring 01632 960 001, leave no message", "Company on Fridays"):
        assert told in page
    for kept in ("Windlebrook", "1943", "QQ1", "Nobody comes since the club closed", seen(made).reference):
        assert kept not in page


def test_no_cache_keeps_it_and_no_other_site_is_told_its_address(made: UUID) -> None:
    answer = Client().get(f"/partners/{token(made)}/")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"


def test_every_look_is_written_down(made: UUID) -> None:
    Client().get(f"/partners/{token(made)}/")
    with acting_as(world.staff("ewa")):
        look = Look.objects.get(road="link", allowed=True)
    assert (look.by[:5], look.at_what, look.case) == ("link:", "introduction", seen(made).case)
    assert seen(made).link.opened_on is not None  # type: ignore[union-attr]


def test_the_service_says_how_it_goes_and_reads_it_again(made: UUID) -> None:
    assert say(made, "waiting_list", weeks="6").status_code == 302  # type: ignore[attr-defined]
    assert seen(made).state is State.WAITING_LIST
    page = text(Client().get(f"/partners/{token(made)}/"))
    assert "They are on our waiting list, about 6 weeks" in page


def test_what_is_wrong_is_said_and_what_was_typed_stays(made: UUID) -> None:
    answer = say(made, "waiting_list", weeks="some", words="Soon")
    page = text(answer)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "Write the weeks as a number" in page and "Soon" in page and 'value="some"' in page
    assert "Choose how it goes" in text(say(made, "", words="Soon"))
    assert "Say why it is not for you" in text(say(made, "not_for_us"))


def test_one_taken_back_looks_like_one_that_never_was(made: UUID) -> None:
    carried = token(made)
    take_back(made, world.staff("ada"))
    gone, never = Client().get(f"/partners/{carried}/"), Client().get(f"/partners/{'A' * 43}/")
    assert (gone.status_code, never.status_code) == (404, 404)
    assert text(gone).replace(carried, "") == text(never).replace("A" * 43, "") or "Mary" not in text(gone)


def test_words_of_markup_stay_words(made: UUID) -> None:
    say(made, "not_for_us", words="<script>alert(1)</script>")
    assert "<script>alert" not in text(Client().get(f"/partners/{token(made)}/"))
