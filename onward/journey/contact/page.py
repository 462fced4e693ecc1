"""What the pages about one request are told: the request's own page, and the huddle's, which leaves some of it out."""

from typing import Any
from uuid import uuid4

from onward.casework.answering import queries as answered
from onward.casework.answering.forms import FIRST_CONTACT, NEEDS
from onward.casework.answering.seen import Filling
from onward.casework.introducing import lists
from onward.casework.introducing import queries as introduced
from onward.casework.introducing.words import CHANNELS as LISTS
from onward.casework.introducing.words import STATES as INTRODUCTIONS
from onward.casework.meetings import queries as met
from onward.casework.messages import queries as outbox
from onward.casework.messages import words as message_words
from onward.casework.promises.shown import promised_in
from onward.journey.contact import alike, proposed, queries, rating
from onward.journey.contact.seen import Request
from onward.journey.contact.suiting import SUITS
from onward.journey.contact.words import CHANNELS, GROUNDS, OUTCOMES, STATES, WISHES
from onward.questionnaires.definition import Item
from onward.questionnaires.pages import pages
from onward.records import queries as records
from onward.vocabulary.contact import State, Wish
from onward.vocabulary.using import Rater
from onward.web.questions.words import shown_answer

_TO_TALK = ("interpreter", "language", "formats")
_NOTHING = {"none", "usual"}  # the answers to these that ask for nothing
Said = list[tuple[Item, list[tuple[Item, list[str]]]]]


def to_decide(asked: Request) -> dict[str, Any]:
    """What somebody needs who decides: what was said, whose it is, what is proposed, what was decided before."""
    found = None if asked.person else alike.find(asked)
    opinions = met.opinions(asked.case)
    who = {each.decided_by for each in asked.decisions} | {f"staff:{each.staff}" for each in opinions}
    return {
        "asked": asked,
        "alike": found,
        "alike_likely": alike.likely(found) if found else 0,
        "earlier": queries.earlier(asked),
        "said": _said(asked.filling),
        "to_talk": _to_talk(asked.filling),
        "caring": queries.caring(asked.case),
        "services": queries.services_for(asked.case),
        "as_carer": asked.said.wish is Wish.CARER_ASSESSMENT,
        "key": uuid4(),
        "typed": {"outcome": "", "grounds": [], "passed_to": "", "reason": "", "services": []},
        "open": asked.state is not State.DECIDED,
        "opinions": opinions,
        "names": records.staff_names(who),
        "FIRST_CONTACT": FIRST_CONTACT,
        "NEEDS": NEEDS,
        "channels": CHANNELS,
        "wishes": WISHES,
        "outcomes": OUTCOMES,
        "grounds": GROUNDS,
        "states": STATES,
        **proposed.shown(asked.case),
    }


def everything(asked: Request) -> dict[str, Any]:
    """What the request's own page shows besides: promises, messages, introductions, the self-assessment, ratings."""
    return {
        **to_decide(asked),
        **promised_in(asked.case),
        "more": answered.filling(asked.case, NEEDS),
        "introductions": introduced.of_case(asked.case),
        "lists": lists.lists_of(asked.case),
        "introduction_states": INTRODUCTIONS,
        "list_channels": LISTS,
        "messages": outbox.of_case(asked.case),
        "templates": message_words.TEMPLATES,
        "message_channels": message_words.CHANNELS,
        "message_states": message_words.STATES,
        "held_words": message_words.HELD,
        "sent": queries.services_known(rating.sent(asked.case)),
        "suits": SUITS,
        "suited": rating.rated(asked.case, Rater.WORKER),
    }


def _to_talk(filling: Filling) -> list[str]:
    """Whom and what it takes to talk with them, or to write to them: an interpreter, a language, large print."""
    said = ((item, filling.answers.get(item.link_id, ())) for item in filling.form.walk())
    return [
        words
        for item, values in said
        if item.meaning in _TO_TALK and not {*values} & _NOTHING
        for words in shown_answer(item, values)
    ]


def _said(filling: Filling) -> Said:
    """What was answered, page by page, in words."""
    return [
        (
            page,
            [
                (item, shown_answer(item, filling.answers[item.link_id]))
                for item in page.walk()
                if item.link_id in filling.answers
            ],
        )
        for page in pages(filling.form, filling.answers)
    ]
