"""Staff write a request for somebody, by telephone or from paper, or go on with one that its writer gives them."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from onward.casework.answering import queries
from onward.casework.answering.forms import FIRST_CONTACT
from onward.config.demonstration import people
from onward.journey.contact import actions as contacts
from onward.journey.contact import queries as contact_queries
from onward.records.codes import code_of
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.contact import Channel, Wish
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db


class TestTakingOver:
    def test_a_half_done_form_is_nobody_elses_until_its_code_is_given(self) -> None:
        case, ada = world.begin(), world.staff("ada")
        with acting_as(ada):
            assert queries.filling(case, FIRST_CONTACT) is None
            assert contact_queries.half_done() == []

    def test_with_the_code_the_team_goes_on_where_the_person_stopped(self) -> None:
        case, ada = world.begin(), world.staff("ada")
        world.answer(case, {"about": {"who": ("me",)}})
        with acting_as(ada):
            contacts.take_over(case=case, code=code_of(case), by=ada, on=world.TODAY)
            filling = queries.filling(case, FIRST_CONTACT)
            assert filling
            assert filling.answers["who"] == ("me",)
            (row,) = contact_queries.half_done()
        assert row.case == case
        world.answer(case, {"help": {"needs": ("lonely",)}})  # and the person may still write too

    def test_a_wrong_code_opens_nothing(self) -> None:
        case, ada = world.begin(), world.staff("ada")
        with acting_as(ada), pytest.raises(Refused, match="cannot be taken over"):
            contacts.take_over(case=case, code="AAAA-AAAA", by=ada, on=world.TODAY)
        with acting_as(ada):
            assert contact_queries.half_done() == []

    @pytest.mark.parametrize("who", ["olu", "carol"])
    def test_nobody_of_another_team_takes_it_over(self, who: str) -> None:
        case, other = world.begin(), world.staff(who)
        with acting_as(other), pytest.raises(Refused):
            contacts.take_over(case=case, code=code_of(case), by=other, on=world.TODAY)

    def test_what_was_sent_is_not_taken_over(self) -> None:
        case, ada = world.ask_for_help(), world.staff("ada")
        with acting_as(ada), pytest.raises(Refused, match="sent already"):
            contacts.take_over(case=case, code=code_of(case), by=ada, on=world.TODAY)


class TestByTelephoneAndOnPaper:
    def write(self, channel: Channel, received_on: date, by: str = "ada") -> UUID:
        adviser = world.staff(by)
        with acting_as(adviser):
            return contacts.begin_for(
                case=uuid4(),
                wish=Wish.ADVICE,
                channel=channel,
                received_on=received_on,
                council=world.COUNCIL,
                key=uuid4(),
                by=adviser,
                on=world.TODAY,
            )

    def send(self, case: UUID) -> None:
        ada = world.staff("ada")
        with acting_as(ada):
            for page, given in world.MARYS_ANSWERS.items():
                people.answer(
                    case=case, page=page, given=given, council=world.COUNCIL, by=ada, on=world.TODAY
                )
            contacts.send(
                case=case,
                council=world.COUNCIL,
                holidays=(),
                key=uuid4(),
                by=ada,
                on=world.TODAY,
                at=world.NOON,
            )

    def test_it_stands_in_the_queue_where_it_would_have_stood_online(self) -> None:
        online = world.ask_for_help()
        paper = self.write(Channel.PAPER, world.TODAY)
        self.send(paper)
        with acting_as(world.staff("ada")):
            rows = {row.case: row for row in contact_queries.waiting()}
        assert rows[online].reply_by == rows[paper].reply_by
        assert rows[online].sent_on == rows[paper].sent_on
        assert rows[paper].channel is Channel.PAPER

    def test_a_letter_counts_from_the_day_it_came(self) -> None:
        world.ask_for_help()
        letter = self.write(Channel.LETTER, world.TODAY - timedelta(days=2))
        self.send(letter)
        with acting_as(world.staff("ada")):
            first = contact_queries.waiting()[0]
        assert first.case == letter
        assert first.reply_by == date(2026, 11, 20)

    def test_it_cannot_have_come_tomorrow(self) -> None:
        with pytest.raises(Refused, match="still to come"):
            self.write(Channel.LETTER, world.TODAY + timedelta(days=1))

    def test_the_person_can_go_on_with_it_online(self) -> None:
        case = self.write(Channel.TELEPHONE, world.TODAY)
        with acting_as(Principal.nobody()):
            assert contacts.open_by_code(reference=world.reference_of(case), code=code_of(case)) == case

    def test_another_team_does_not_write_for_the_front_door(self) -> None:
        with pytest.raises(Refused, match="front door’s team"):
            self.write(Channel.TELEPHONE, world.TODAY, by="olu")
