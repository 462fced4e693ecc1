"""What is proposed, on the adviser's page: read with its reasons, chosen or not, and nothing typed is lost."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from onward.journey.contact import queries
from onward.journey.contact.choosing import Otherwise
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.vocabulary.screening import About, Urgency
from tests import world
from tests.journey.test_screening import ask, tell_more

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    return client


def main(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return page[page.index("<main") : page.index("</main>")]


def address(case: UUID, end: str = "") -> str:
    return f"/staff/requests/{world.reference_of(case)}/{end}"


def sent(case: UUID, **given: str) -> dict[str, str]:
    return {"version": str(world.request_of(case).version), "key": str(uuid4()), **given}


def test_the_list_has_the_urgency_and_why_the_most_urgent_first(ada: Client) -> None:
    ask("I am lonely.")
    case = ask("My son hits me. There is no food.")
    page = main(ada, "/staff/requests/")
    rows = re.findall(r'<tr class="govuk-table__row" role="row">.*?</tr>', page, re.S)[1:]
    assert world.reference_of(case) in rows[0]
    assert "Today" in rows[0]
    assert "may not be safe with somebody; no food or no heat" in rows[0]
    assert "In its turn" in rows[1]


def test_the_page_says_what_to_look_at_and_why_in_their_words(ada: Client) -> None:
    case = ask("My son hits me.")
    page = main(ada, address(case))
    assert "You told us that someone may be cruel, frightening or taking money." in page
    assert "<q><bdi>hits me</bdi></q>" in page
    assert "Care Act 2014 s42(1)" in page
    assert (
        page.count("Not known: ask") == 1
    )  # they told us of the home, so of needs; whether she can protect herself is open
    assert "(begin here: proposed)" in page
    assert "You can ask for an assessment at any time, whatever we think." in page


def test_the_three_parts_are_shown_where_there_is_something_to_enquire_into(ada: Client) -> None:
    assert "section 42(1)" not in main(ada, address(ask("There is no food.")))


def test_nothing_that_is_proposed_is_chosen_beforehand(ada: Client) -> None:
    page = main(ada, address(ask("My son hits me.")))
    assert re.findall(r'<input[^>]*type="radio"[^>]*checked', page) == []


def test_a_route_is_shown_with_its_reasons(ada: Client) -> None:
    case = ask("I am lonely.")
    tell_more(case, "talk", {"talk-hard": ("deafblind",)})
    page = main(ada, address(case))
    assert "Proposed: face to face, a specialist for deafblind people, in their usual supervision." in page
    assert "You told us that it is hard to see and to hear." in page


def test_what_is_chosen_goes_with_the_decision(ada: Client) -> None:
    case = ask("I am lonely.")
    chosen = {"conversation": "long_term", "route": "phone", "because": "They asked for it."}
    given = sent(case, outcome="advice", grounds="no_appearance_of_need", reason="You manage.", **chosen)
    assert ada.post(address(case, "decision/"), given).status_code == 302
    today = timezone.localdate()
    with acting_as(world.staff("ewa")):
        counted = {each.about: each for each in queries.otherwise(today, today + timedelta(days=1))}
    assert counted[About.CONVERSATION] == Otherwise(About.CONVERSATION, chosen=1, otherwise=1)
    assert counted[About.ROUTE] == Otherwise(About.ROUTE, chosen=0, otherwise=0)  # advice has no route


def test_what_was_chosen_and_what_was_proposed_are_on_the_page_afterwards(ada: Client) -> None:
    case = ask("I am lonely.")
    ada.post(address(case, "urgency/"), sent(case, urgency="soon", because="I rang her."))
    chosen = {"conversation": "long_term", "grounds": "no_appearance_of_need", "reason": "You manage."}
    ada.post(address(case, "decision/"), sent(case, outcome="advice", **chosen))
    page = main(ada, address(case))
    assert "How urgent it is: <strong>Soon</strong> (proposed: In its turn)" in page
    assert "<bdi>I rang her.</bdi>" in page
    assert (
        "Which conversation it was: <strong>Build a life for the long term</strong> (proposed: Listen and connect)"
        in page
    )


def test_what_was_chosen_comes_back_where_a_decision_cannot_be_taken(ada: Client) -> None:
    case = ask("I am lonely.")
    given = sent(
        case, outcome="assessment", conversation="listen", route="virtual", because="A reason of mine."
    )
    page = ada.post(address(case, "decision/"), given).content.decode()
    assert len(re.findall(r'<input[^>]*value="(?:listen|virtual)"[^>]*checked', page)) == 2
    assert "A reason of mine." in page


def test_what_was_chosen_goes_along_to_find_the_person(ada: Client) -> None:
    case = ask("I am lonely.")
    given = sent(case, conversation="listen", because="A reason of mine.", coming="1")
    page = ada.post(address(case, "person/"), given).content.decode()
    assert 'name="conversation" value="listen"' in page
    assert 'name="because" value="A reason of mine."' in page


def test_a_choice_that_does_not_exist_is_refused_and_nothing_is_decided(ada: Client) -> None:
    case = ask("I am lonely.")
    given = sent(case, outcome="advice", grounds="no_appearance_of_need", reason="Mine.", route="by_balloon")
    page = ada.post(address(case, "decision/"), given)
    assert page.status_code == 422
    assert "was not understood" in page.content.decode()
    assert not world.request_of(case).decisions


def test_its_place_in_the_list_is_changed_in_one_step(ada: Client) -> None:
    case = ask("I am lonely.")
    assert ada.post(address(case, "urgency/"), sent(case, urgency="now")).status_code == 302
    assert world.request_of(case).urgency is Urgency.NOW
    assert "one of us said otherwise" in main(ada, address(case))


def test_a_decision_half_written_is_not_lost_by_it(ada: Client) -> None:
    case = ask("I am lonely.")
    page = ada.post(
        address(case, "urgency/"), sent(case, urgency="soon", reason="Half a reason", route="phone")
    )
    assert page.status_code == 200
    assert "Half a reason" in page.content.decode()
    assert world.request_of(case).urgency is Urgency.SOON


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"urgency": ""}, "Choose how urgent it is"),
        ({"urgency": "yesterday"}, "Choose how urgent it is"),
        ({"urgency": "now", "version": "0"}, "somebody"),
        ({"urgency": "now", "because": "x" * 2_001}, "2,000"),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_typed_is_lost(
    ada: Client, given: dict[str, str], says: str
) -> None:
    case = ask("I am lonely.")
    page = ada.post(address(case, "urgency/"), {**sent(case, reason="Half a reason"), **given})
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "Half a reason" in page.content.decode()
    assert world.request_of(case).urgency is Urgency.ORDINARY


def test_looking_changes_nothing_and_other_teams_find_nothing(ada: Client) -> None:
    case = ask("I am lonely.")
    assert ada.get(address(case, "urgency/"))["Location"] == address(case)
    olu = Client()
    olu.force_login(Staff.objects.get(username="olu"))
    assert olu.post(address(case, "urgency/"), sent(case, urgency="now")).status_code == 404
    carol = Client()
    carol.force_login(Staff.objects.get(username="carol"))
    assert carol.post(address(case, "urgency/"), sent(case, urgency="now")).status_code == 403
    assert world.request_of(case).urgency is Urgency.ORDINARY
