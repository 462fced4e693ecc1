"""Made-up people who ask for help, each by the same actions as a real one; some are then decided."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import yaml
from django.utils import timezone

from onward.casework.answering import actions as answering
from onward.casework.answering import queries as answering_queries
from onward.casework.answering.forms import FIRST_CONTACT
from onward.directory import queries as directory
from onward.journey.contact import actions, queries
from onward.policy.councils import Council
from onward.policy.holidays import bank_holidays_near
from onward.records.principal import acting_as
from onward.records.staffing import number_of
from onward.rules.closing import grounds_of
from onward.vocabulary.contact import Outcome, Wish
from onward.vocabulary.principals import Principal
from onward.web.here import here

Progress = Callable[[str, int, int], None]
DAYS_BACK = 6
SHARE_DECIDED = 0.55
# Two thirds resolved at first contact is the typical council's share (67%).
_SHARES = {
    Outcome.ADVICE: 63,
    Outcome.ASSESSMENT: 20,
    Outcome.SHORT_TERM: 7,
    Outcome.PASSED_ON: 6,
    Outcome.REFUSED: 4,
}


def ask(*, people: int, seed: int, on: date, progress: Progress) -> None:
    """`people` requests over the last days, oldest first. The same seed gives the same people."""
    chance = Random(seed)  # noqa: S311 (made-up people, not secrets)
    postcodes = directory.some_postcodes(200)
    for number in range(people):
        progress("people", number, people)
        back = DAYS_BACK - number * (DAYS_BACK + 1) // max(people, 1)
        _one(chance, postcodes, on - timedelta(days=max(back, 0)))
    progress("people", people, people)


def _one(chance: Random, postcodes: list[str], on: date) -> None:
    case, wish = UUID(int=chance.getrandbits(128), version=4), _wish(chance)
    resident = Principal.resident(case)
    with acting_as(resident):
        council = here()
        actions.begin(case=case, wish=wish, council=council, key=case, by=resident, on=on)
        for page, given in _pages(chance, wish, postcodes):
            answer(case=case, page=page, given=given, council=council, by=resident, on=on)
        key = UUID(int=chance.getrandbits(128), version=4)
        actions.send(
            case=case,
            council=council,
            holidays=bank_holidays_near(on),
            key=key,
            by=resident,
            on=on,
            at=_at(chance, on),
        )
    # Yesterday's and older are mostly decided; today's mostly wait.
    if chance.random() < SHARE_DECIDED + (0.35 if on < timezone.localdate() else -0.35):
        _decide(chance, case, wish, on)


def answer(
    *, case: UUID, page: str, given: dict[str, tuple[str, ...]], council: Council, by: Principal, on: date
) -> None:
    """Answer one page of the request."""
    begun = answering_queries.filling(case, FIRST_CONTACT)
    answering.answer(
        case=case,
        name=FIRST_CONTACT,
        page=page,
        given=given,
        version=begun.version if begun else 0,
        keep_months=council.keep_drafts_months,
        by=by,
        on=on,
    )


def _pages(chance: Random, wish: Wish, postcodes: list[str]) -> list[tuple[str, dict[str, tuple[str, ...]]]]:
    texts = _texts()
    given, family = chance.choice(texts["given"]), chance.choice(texts["family"])
    phone = f"01632 960 {chance.randrange(200, 1000):03d}"  # Ofcom keeps these for drama
    if wish is Wish.RING:
        return [("ring", {"ring-phone": (phone,), "ring-name": (given,), "ring-message": ("no",)})]
    said = chance.choice(texts["said"])
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(24_000))
    return [
        ("about", {"who": ("me",)}),
        ("help", {"needs": tuple(said["needs"]), "words": (said["words"],)}),
        (
            "me",
            {
                "me-given": (given,),
                "me-family": (family,),
                "me-born": (str(born),),
                "me-postcode": (chance.choice(postcodes),),
            },
        ),
        (
            "safe",
            {"contact-by": ("phone",), "phone": (phone,), "message": (chance.choice(["yes", "yes", "no"]),)},
        ),
    ]


def _decide(chance: Random, case: UUID, wish: Wish, on: date) -> None:
    adviser = Principal.staff(number_of("ada"))
    with acting_as(adviser):
        asked = queries.request(queries.reference_of(case))
        if asked is None or wish is Wish.RING:
            return
        said = asked.said
        actions.match_new(
            case=case,
            given_name=said.given_name,
            family_name=said.family_name,
            born_on=said.born_on,
            postcode=said.postcode,
            version=asked.version,
            key=UUID(int=chance.getrandbits(128), version=4),
            by=adviser,
            on=on,
        )
        outcome = Outcome.ASSESSMENT if wish is Wish.ASSESSMENT else _outcome(chance)
        actions.decide(
            case=case,
            outcome=outcome,
            grounds=grounds_of(outcome, as_carer=False),
            passed_to=_texts()["passed_to"] if outcome is Outcome.PASSED_ON else "",
            reason=_texts()["decided"][outcome.value],
            services=tuple(each.service_id for each in queries.services_for(case)[:3])
            if outcome is Outcome.ADVICE
            else (),
            version=asked.version + 1,
            key=UUID(int=chance.getrandbits(128), version=4),
            by=adviser,
            on=on,
        )


def _wish(chance: Random) -> Wish:
    return chance.choices([Wish.ADVICE, Wish.ASSESSMENT, Wish.RING], [75, 15, 10])[0]


def _outcome(chance: Random) -> Outcome:
    return chance.choices(list(_SHARES), list(_SHARES.values()))[0]


def _at(chance: Random, on: date) -> datetime:
    now = timezone.localtime()
    moment = timezone.make_aware(datetime.combine(on, time(chance.randrange(7, 22), chance.randrange(60))))
    return min(moment, now)


@cache
def _texts() -> dict[str, Any]:
    text = Path(__file__).with_name("people.yaml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read
