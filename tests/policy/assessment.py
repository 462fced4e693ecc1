"""The needs self-assessment as its tests take it: its questions, what it says, and people who fill it in."""

from collections.abc import Iterator

from onward.policy.questionnaires import questionnaire
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import applying
from onward.vocabulary.eligibility import ADULT_SYSTEM, LIMB_SYSTEM

FORM = questionnaire("needs-self-assessment")
QUESTIONS = [item for item in FORM.walk() if item.asks]


def tells_limbs(item: Item) -> bool:
    """Whether it has options that say how somebody is unable to."""
    return any(each.value and getattr(each.value.data, "system", "") == LIMB_SYSTEM for each in item.options)


EVERYDAY = [item for item in QUESTIONS if item.codes_in(ADULT_SYSTEM) and tells_limbs(item)]
# Somebody in good health, who answers every question that decides what else is asked.
HEALTHY: Answers = {
    "who": ("me",),
    "talk-hard": ("none",),
    "conditions": ("none",),
    "cares-for": ("no",),
    "has-carer": ("No",),
    "risk-safe": ("yes",),
    "risk-now": ("none",),
    **{item.link_id: ("manages",) for item in EVERYDAY if "child" not in item.link_id},
}
# Somebody who asks for another, for whom everything is hard, and who looks after them.
FOR_ANOTHER: Answers = {
    "who": ("someone",),
    "helper": ("yes",),
    "asker-name": ("Nell Niece",),
    "asker-knows": ("agrees",),
    "asker-helps": ("often",),
    "talk-hard": ("sight", "hearing", "deafblind", "speech", "reading", "understanding", "english"),
    "contact-by": ("phone",),
    "conditions": ("physical",),
    "their-cares-for": ("child",),
    "has-carer": ("Yes",),
    "carer-hard": ("relationships",),
    "risk-safe": ("yes",),
    **{item.link_id: ("not_without_assistance",) for item in EVERYDAY if item.link_id != "child"},
}


def shown(answers: Answers) -> list[Item]:
    """What is shown to whoever gives these answers, in order; a repeating group once."""
    applies = {each.partition("@")[0] for each in applying(FORM, answers)}
    return [item for item in FORM.walk() if item.link_id in applies]


def said(item: Item) -> Iterator[str]:
    """Everything that somebody can read of an item, easy read included."""
    yield from (text for text in (item.text, item.easy, item.hint, item.help, item.why) if text)
    for option in item.options:
        yield from (text for text in (option.text, option.easy) if text)
