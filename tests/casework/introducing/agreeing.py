"""Short ways to say what tests of introductions say often."""

from typing import Any
from uuid import UUID, uuid4

from onward.casework.introducing import actions, queries
from onward.casework.introducing.queries import IntroductionSeen
from onward.casework.links.tokens import token_of
from onward.records.principal import acting_as
from onward.rules.introducing import Consent, Told
from onward.vocabulary.introductions import ConsentBy, ConsentHow, State
from onward.vocabulary.principals import Principal
from tests import world

TOLD = Told("Mary", "Ring 01632 960 001, leave no message", "Company on Fridays")
AGREED = Consent(ConsentBy.PERSON, ConsentHow.TELEPHONE, world.TODAY)
CLUB_EMAIL = "hello@club.example.org"


def introduce(case: UUID, service: str, *, by: str = "ada", **changed: Any) -> UUID:
    """A worker introduces the person; gives the introduction."""
    asked: dict[str, Any] = {"told": TOLD, "consent": AGREED, "key": uuid4()} | changed
    with acting_as(world.staff(by)):
        return actions.introduce(case=case, service=service, by=world.staff(by), on=world.TODAY, **asked)


def seen(introduction: UUID, by: str = "ada") -> IntroductionSeen:
    """The introduction as somebody of the staff sees it."""
    with acting_as(world.staff(by)):
        found = queries.introduction(introduction)
    assert found
    return found


def link_of(introduction: UUID) -> UUID:
    """The newest link that the service was sent."""
    link = seen(introduction).link
    assert link
    return link.id


def token(introduction: UUID) -> str:
    return token_of(link_of(introduction))


def answer(introduction: UUID, said: State, by: Principal | None = None, **told: Any) -> UUID:
    """The service answers by its link, unless somebody else says so."""
    by = by or Principal.link(link_of(introduction))
    given: dict[str, Any] = {"weeks": None, "words": "", "key": uuid4()} | told
    with acting_as(by):
        return actions.answer(introduction=introduction, answer=said, by=by, on=world.TODAY, **given)


def take_back(introduction: UUID, by: Principal) -> None:
    version = seen(introduction).version
    with acting_as(by):
        actions.take_back(introduction=introduction, version=version, by=by, on=world.TODAY)
