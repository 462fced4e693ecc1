"""Providers keep their own entry: who is let in, what they ask for, and what an editor takes of it."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from onward.directory import claiming, claims, desk, queries
from onward.directory.claiming import ANYBODY
from onward.directory.claims import AmendmentSeen, ClaimSeen
from onward.directory.models import Contact, Service
from onward.policy.partners import partners
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.vocabulary.directory import Claim
from onward.vocabulary.principals import Principal
from tests import world
from tests.directory import documents
from tests.directory.taking import ON, take

pytestmark = pytest.mark.django_db
CLUB, OWN = documents.SERVICE_ID, "club@lunch.example.org"


@pytest.fixture(autouse=True)
def lunch_club(tmp_path: Path) -> None:
    take(tmp_path, documents.service(assured_date="2020-01-01"))
    Service.objects.filter(pk=CLUB).update(email=OWN)


def ask(email: str = OWN, on: Any = ON) -> None:
    with acting_as(ANYBODY):
        claiming.ask(service=CLUB, email=email, by=ANYBODY, on=on)


def let_in() -> ClaimSeen:
    """The one who was let in at once."""
    ask()
    (claim,) = claims.open_claims()
    return claim


def amend(claim: ClaimSeen, **news: str) -> AmendmentSeen:
    by = Principal.link(UUID(int=1))
    with acting_as(by):
        claiming.amend(claim=claim.id, news=news, by=by, on=ON)
    (made,) = claims.amendments()
    return made


def decide(made: AmendmentSeen, *take: str, words: str = "", version: int = 1) -> None:
    by = world.staff("edie")
    with acting_as(by):
        claiming.decide(amendment=made.id, take=take, words=words, version=version, by=by, on=ON)


def links_asked_for() -> list[str]:
    return list(ProcrastinateJob.objects.values_list("task_name", flat=True))


def shown() -> Any:
    return queries.services([CLUB])[0]


@pytest.mark.parametrize("typed", [OWN, "  CLUB@lunch.EXAMPLE.org "])
def test_a_link_goes_to_the_organisations_own_address(typed: str) -> None:
    ask(typed)
    (claim,) = claims.open_claims()
    assert (claim.known, claim.state, claims.waiting()) == (True, Claim.OPEN, [])
    assert links_asked_for() == ["links.let_in"]


def test_another_address_waits_for_an_editor(tmp_path: Path) -> None:
    ask("rival@example.org")
    (claim,) = claims.waiting()
    assert links_asked_for() == []
    by = world.staff("edie")
    with acting_as(by):
        claiming.let_in(claim=claim.id, version=claim.version, by=by, on=ON)
    assert links_asked_for() == ["links.let_in"]


def test_a_personal_mailbox_is_no_address_of_the_organisation() -> None:
    service = Service.objects.get(pk=CLUB)
    Contact.objects.create(service=service, uuid=UUID(int=2), email="joan@example.org", personal=True)
    ask("joan@example.org")
    assert claims.open_claims() == []


def test_nobody_is_flooded() -> None:
    for _ in range(3):
        ask()
    assert links_asked_for() == ["links.let_in"]
    ask(on=ON + timedelta(days=partners().claim_again_after_days))
    assert len(links_asked_for()) == 2
    for number in range(partners().most_claims_waiting + 2):
        ask(f"somebody{number}@example.org")
    assert len(claims.waiting()) == partners().most_claims_waiting


@pytest.mark.parametrize("typed", ["", "nowhere", "a@b", "x" * 300 + "@example.org"])
def test_what_cannot_be_an_address_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="Check the email address"):
        ask(typed)


def test_what_a_provider_writes_is_shown_once_an_editor_takes_it() -> None:
    made = amend(let_in(), telephone="01632 960 777", opening_hours="Thursdays", fees=shown().fees)
    assert set(made.changes) == {"telephone", "opening_hours"}
    assert shown().telephone != "01632 960 777"
    decide(made, "telephone", words="Which Thursdays?")
    assert (shown().telephone, shown().opening_hours != "Thursdays", shown().checked_on) == (
        "01632 960 777",
        True,
        ON,
    )
    said = [each for each in desk.service(CLUB).said if each.said_by == "provider"]  # type: ignore[union-attr]
    assert {each.field for each in said} == {"telephone", "checked_on", "checked_by"}
    (told,) = claims.amendments(claim=made.claim.id)
    assert (told.taken, told.reply) == (("telephone",), "Which Thursdays?")
    assert links_asked_for()[-1] == "links.tell"


def test_what_is_taken_none_of_changes_nothing() -> None:
    made = amend(let_in(), telephone="01632 960 777")
    before = shown()
    decide(made)
    assert shown() == before and claims.amendments() == []


def test_to_say_that_all_is_right_counts_as_checked() -> None:
    made = amend(let_in(), telephone=shown().telephone)
    assert made.changes == {}
    decide(made)
    assert shown().checked_on == ON and not shown().stale


def test_what_a_provider_says_survives_a_refresh_and_stands_before_an_older_word_of_an_editor(
    tmp_path: Path,
) -> None:
    from tests.directory.test_editing import act

    act("edit", news={"fees": "£9 a meal"})
    decide(amend(let_in(), fees="£3 a meal"), "fees")
    take(tmp_path, documents.service(fees="£5 a meal"))
    assert shown().fees == "£3 a meal"


def test_a_newer_wish_replaces_one_that_waits() -> None:
    claim = let_in()
    amend(claim, fees="£3 a meal")
    made = amend(claim, fees="£2 a meal")
    assert made.changes["fees"][1] == "£2 a meal"


def test_the_postcode_of_a_confidential_place_does_not_come_back_by_its_provider() -> None:
    Service.objects.filter(pk=CLUB).update(confidential=True)
    decide(amend(let_in(), description="We are at QQ1 1AA."), "description")
    assert "QQ1" not in shown().description


@pytest.mark.parametrize(
    ("news", "says"),
    [
        ({"minimum_age": "old"}, "age in whole years"),
        ({"name": ""}, "needs a name"),
        ({"website": "club"}, "https://"),
        ({"email": "nowhere"}, "Check the email"),
        ({"capacity": "lots"}, "whether you have room"),
        ({"status": "defunct"}, "what to change"),
        ({"description": "x" * 5001}, "too long"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(news: dict[str, str], says: str) -> None:
    claim = let_in()
    with pytest.raises(Refused, match=says):
        amend(claim, **news)
    assert claims.amendments() == []


def test_one_that_was_ended_changes_nothing() -> None:
    claim, by = let_in(), world.staff("edie")
    with acting_as(by):
        claiming.close_claim(claim=claim.id, version=claim.version, by=by, on=ON)
    with pytest.raises(Refused, match="cannot be done now"):
        amend(claim, fees="£3 a meal")


def test_two_editors_do_not_decide_the_same_differently() -> None:
    made = amend(let_in(), fees="£3 a meal")
    with pytest.raises(Stale):
        decide(made, "fees", version=9)
    decide(made, "fees")
    with pytest.raises(Refused, match="decided already"):
        decide(made)


def editor() -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username="edie"))
    return client


def test_the_editors_pages_show_before_and_after_and_take_some() -> None:
    ask("rival@example.org")
    made = amend(let_in(), fees="£3 a meal", telephone="01632 960 777")
    edie = editor()
    page = edie.get("/staff/directory/").content.decode()
    assert "rival@example.org" in page and f"/staff/directory/amendments/{made.id}/" in page
    page = edie.get(f"/staff/directory/amendments/{made.id}/").content.decode()
    assert "£3 a meal" in page and made.changes["fees"][0] in page
    edie.post(
        f"/staff/directory/amendments/{made.id}/", {"take": "fees", "words": "Thank you", "version": "1"}
    )
    assert shown().fees == "£3 a meal"
    (waits,) = claims.waiting()
    edie.post(f"/staff/directory/claims/{waits.id}/", {"decision": "close", "version": waits.version})
    assert claims.waiting() == []


def test_the_public_page_says_the_same_whatever_address_is_typed() -> None:
    said = {
        re.sub(
            r"nonce=\"[^\"]*\"",
            "",
            Client().post(f"/services/{CLUB}/claim/", {"email": each}).content.decode(),
        )
        for each in (OWN, "rival@example.org")
    }
    assert len(said) == 1
    page = Client().post(f"/services/{CLUB}/claim/", {"email": "nowhere"})
    assert page.status_code == 422 and 'value="nowhere"' in page.content.decode()
    assert Client().get("/services/none/claim/").status_code == 404
